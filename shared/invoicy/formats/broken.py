"""A rule about the syntax that an element breaks, with the element."""

from typing import NamedTuple

from lxml.etree import _Element

from invoicy.formats.faults import SyntaxFault
from invoicy.readings.reading import Finding


class BrokenSyntaxRule(NamedTuple):
    """An official rule and the element that breaks it.

    fault: None for a path that is not used. attribute: its name, if an attribute breaks the rule.
    """

    finding: Finding
    element: _Element
    fault: SyntaxFault | None = None
    attribute: str = ""

    def place(self) -> _Element:
        """Return the element to look at: the last one that the test counts or rules out, else the tested one."""
        nodes = [] if self.fault is None else self.fault.nodes(self.element)
        return nodes[-1] if nodes else self.element
