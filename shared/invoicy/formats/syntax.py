"""A syntax: the root elements it is known by, and how they become an invoice."""

from collections.abc import Callable

from lxml.etree import _Element
from msgspec import Struct

from invoicy.facts import Facts
from invoicy.reading import Finding, InvoiceReading


def _no_findings(_: _Element, __: str) -> tuple[Finding, ...]:
    return ()


def _no_facts(_: _Element) -> Facts:
    return Facts()


class Syntax(Struct, frozen=True):
    """name: as it stands in a reading. roots: qualified names of root elements. read: root to invoice.

    rules: what the official rules about the syntax find, under a profile. facts: what the XML says beyond the model.
    """

    name: str
    roots: frozenset[str]
    read: Callable[[_Element], InvoiceReading]
    rules: Callable[[_Element, str], tuple[Finding, ...]] = _no_findings
    facts: Callable[[_Element], Facts] = _no_facts
