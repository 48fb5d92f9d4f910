"""A rule about the syntax that an element breaks."""

from typing import NamedTuple

from lxml.etree import _Element

from invoicy.formats.faults import SyntaxFault
from invoicy.readings.reading import Finding


class BrokenSyntaxRule(NamedTuple):
    """fault: None for a path that is not used. attribute: the one at fault, if any."""

    finding: Finding
    element: _Element
    fault: SyntaxFault | None = None
    attribute: str = ""

    def place(self) -> _Element:
        """The element to look at: the last one that the demand counts or rules out, else the one that is asked."""
        nodes = [] if self.fault is None else self.fault.nodes(self.element)
        return nodes[-1] if nodes else self.element
