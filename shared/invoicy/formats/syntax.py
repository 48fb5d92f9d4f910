"""A syntax: its root elements, and the functions that read an invoice from them."""

from collections.abc import Callable

from lxml.etree import _Element
from msgspec import Struct

from invoicy.formats.binding import Node
from invoicy.formats.reader import Slots, TreeReader
from invoicy.formats.syntax_facts import SyntaxFacts
from invoicy.formats.syntax_rules import SyntaxRules
from invoicy.readings.reading import Finding, InvoiceReading


def _no_facts(_: _Element) -> SyntaxFacts:
    return SyntaxFacts()


class Syntax(Struct, frozen=True):
    """One syntax. name: as in a reading. roots: qualified names of root elements.

    currencies: returns the texts of BT-5 and BT-6, empty if absent. settle: see TreeReader.run. syntax_rules: returns
    the official rules about the syntax for a profile. facts: returns facts of the XML that the model has no place for.
    """

    name: str
    roots: frozenset[str]
    binding: Callable[[], Node]
    currencies: Callable[[_Element], tuple[str, str]]
    settle: Callable[[Slots], None] | None = None
    syntax_rules: Callable[[str], SyntaxRules] | None = None
    facts: Callable[[_Element], SyntaxFacts] = _no_facts

    def read(self, root: _Element) -> InvoiceReading:
        """Read the invoice of a root element."""
        return TreeReader(self.binding(), *self.currencies(root)).run(root, self.settle)

    def rules(self, root: _Element, profile: str) -> tuple[Finding, ...]:
        """Return the findings of the official rules about the syntax under a profile."""
        return () if self.syntax_rules is None else self.syntax_rules(profile).findings(root)
