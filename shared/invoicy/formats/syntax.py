"""A syntax: the root elements it is known by, and how they become an invoice."""

from collections.abc import Callable

from lxml.etree import _Element
from msgspec import Struct

from invoicy.reading import InvoiceReading


class Syntax(Struct, frozen=True):
    """name: as it stands in a reading. roots: qualified names of root elements. read: root to invoice."""

    name: str
    roots: frozenset[str]
    read: Callable[[_Element], InvoiceReading]
