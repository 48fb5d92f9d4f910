"""Compares a wrong invoice with the right one: the values that differ or matter, and the wrong one's finding."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct, structs

from invoicy.model import Invoice
from invoicy.readings.reading import Finding
from invoicy.rules.examples.plain import CHECK_CONTEXT, ExamplePair
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule
from invoicy.wording.names import name_of, term_of
from invoicy.wording.places import place_of
from invoicy.wording.pointers import currency_at, term_at, value_at
from invoicy.wording.values import written

_SHOWN_OF_GROUP = 6


class ComparedValue(Struct, frozen=True):
    """A business term in both invoices.

    path: JSON Pointer. wrong, right: the values as people write them, empty if absent.
    """

    path: str
    term: str
    name: str
    wrong: str
    right: str


class Example(Struct, frozen=True):
    """The values that matter to a rule, and the finding of the wrong invoice."""

    values: tuple[ComparedValue, ...]
    finding: Finding


def compared(rule: Rule, pair: ExamplePair) -> Example:
    """Return the values that matter in both invoices, and the finding."""
    wrong, right = msgspec.convert(pair.broken, Invoice), msgspec.convert(pair.kept, Invoice)
    finding = rule.findings(InvoiceContext(wrong, check_context=CHECK_CONTEXT))[0]
    return Example(tuple(_value(path, wrong, right) for path in dict.fromkeys(pair.paths)), finding)


def _value(path: str, wrong: Invoice, right: Invoice) -> ComparedValue:
    name, place = name_of(path) or path, place_of(path, right) or place_of(path, wrong)
    label = f"{place}: {name}" if place and name not in place else name
    return ComparedValue(path, term_of(path), label[:1].upper() + label[1:], _text(path, wrong), _text(path, right))


def _text(path: str, invoice: Invoice) -> str:
    leaves = list(_leaves(path, value_at(invoice, path)))
    texts = [written(value, _kind(leaf), currency_at(leaf, invoice)) for leaf, value in leaves[:_SHOWN_OF_GROUP]]
    return ", ".join([*texts, "..."] if len(leaves) > _SHOWN_OF_GROUP else texts)


def _kind(path: str) -> str:
    term = term_at(path)
    return term.type if term else "text"


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The single values of a group, in its order, each with its pointer."""
    if isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from _leaves(f"{path}/{position}", part)
    elif isinstance(value, Struct):
        for field in structs.fields(value):
            yield from _leaves(f"{path}/{field.name}", getattr(value, field.name))
    elif value is not None and not isinstance(value, bytes):
        yield path, value
