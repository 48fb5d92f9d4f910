"""A syntax: the root elements it is known by, and how they become an invoice."""

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
    """name: as it stands in a reading. roots: qualified names of root elements.

    currencies: the texts of BT-5 and BT-6, empty where absent. settle: see Walk.run. demands: the official rules about
    the syntax, for a profile. facts: facts of the XML that the model has no place for.
    """

    name: str
    roots: frozenset[str]
    binding: Callable[[], Node]
    currencies: Callable[[_Element], tuple[str, str]]
    settle: Callable[[Slots], None] | None = None
    demands: Callable[[str], SyntaxRules] | None = None
    facts: Callable[[_Element], SyntaxFacts] = _no_facts

    def read(self, root: _Element) -> InvoiceReading:
        """The invoice of a root element."""
        return TreeReader(self.binding(), *self.currencies(root)).run(root, self.settle)

    def rules(self, root: _Element, profile: str) -> tuple[Finding, ...]:
        """Findings of the official rules about the syntax, under a profile."""
        return () if self.demands is None else self.demands(profile).findings(root)
