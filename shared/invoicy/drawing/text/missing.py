"""Required terms without a value in an invoice."""

from collections.abc import Iterator
from typing import Any

from invoicy.drawing.values.terms import Named
from invoicy.model import Invoice
from invoicy.model.terms import Term, terms

_NEVER_PRINTED = "process"  # group BG-2 of an XML; its own rule checks it there


def missing_in(invoice: Invoice) -> Iterator[Named]:
    """Yield each required term of EN 16931 that is missing, in the order of the standard.

    If a group is missing, only the group is yielded, not its terms.
    """
    absent = {_NEVER_PRINTED}
    for term in terms():
        if term.extension or term.field.endswith("*") or not term.cardinality.startswith("1"):
            continue
        if any(f"{term.field}.".startswith(f"{group}.") for group in absent):
            continue
        if _is_missing(invoice, term):
            absent.add(term.field)
            yield Named(term.name, term.term)


def _is_missing(invoice: Invoice, term: Term) -> bool:
    *path, last = (part.removesuffix("[]") for part in term.field.split("."))
    holders: list[Any] = [invoice]
    for part in path:
        holders = [value for holder in holders for value in _all(getattr(holder, part))]
    return any(not _all(getattr(holder, last)) for holder in holders)


def _all(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None or value == "" else (value,)
