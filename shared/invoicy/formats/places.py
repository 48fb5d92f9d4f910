"""Places of findings in an XML: the XPath and the line to look at.

They are found only on request, by reading the XML once more: a plain reading must not pay for them.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml.etree import _Element
from msgspec import Struct

from invoicy.formats.paths import Paths
from invoicy.formats.placing import PlacingReader, Spot
from invoicy.formats.registry import invoices_in
from invoicy.formats.syntax import Syntax
from invoicy.formats.xml import lines_before, parse
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.model.terms import pointer_of
from invoicy.readings.reading import Finding

ProfileOf = Callable[[Invoice], Profile]
_BROKEN = "INVOICY-XML-BROKEN"


class XmlPlace(Struct, frozen=True):
    """A place in an XML.

    xpath: with the document's prefixes, empty for the whole file. line, column: from 1; 0 if unknown.
    """

    xpath: str
    line: int
    column: int = 0


class XmlPlaces:
    """Places of the findings about one invoice of an XML.

    profile_of: returns the profile that an invoice is checked against. lines: the number of blank lines before the XML,
    which the parser does not count.
    """

    def __init__(self, root: _Element, syntax: Syntax, profile_of: ProfileOf, lines: int) -> None:
        walk = PlacingReader(syntax.binding(), *syntax.currencies(root))
        self.invoice: Invoice = walk.run(root, syntax.settle).invoice
        self._root = root
        self._lines = lines
        self._paths = Paths()
        self._pointers = walk.pointers()
        self._of_finding = walk.of_finding
        self._broken = _broken(root, syntax, profile_of(self.invoice))

    def of(self, finding: Finding) -> XmlPlace:
        """Return the element that the finding is about; for a missing one, the nearest element above it.

        If several findings are equal, each call returns the place of the next one.
        """
        if finding.rule == _BROKEN:
            line, column, *_ = (*map(int, finding.values), 0, 0)
            return XmlPlace("", line, column)
        return self._place(self._spot(finding))

    def _spot(self, finding: Finding) -> Spot:
        equal = self._of_finding.get(finding)
        if equal:
            return equal.pop(0) if len(equal) > 1 else equal[0]
        spot = None
        if not finding.path:
            spot = self._broken.get((finding.rule, finding.message))
        return spot or self._nearest(finding.path or pointer_of(finding.terms))

    def _nearest(self, pointer: str) -> Spot:
        while pointer not in self._pointers:
            if not pointer:
                return Spot(self._root)
            pointer = pointer.rpartition("/")[0]
        return self._pointers[pointer]

    def _place(self, spot: Spot) -> XmlPlace:
        line = spot.element.sourceline
        return XmlPlace(self._paths.of(spot.element, spot.attribute), line + self._lines if line else 0)


def places(content: bytes, profile_of: ProfileOf) -> Iterator[XmlPlaces]:
    """Return the places of each invoice in an XML, in the order of read_xml.

    Raises UnreadableDocumentError if the bytes are not XML or contain no invoice of a known syntax.
    """
    root, _ = parse(content)
    for element, syntax in invoices_in(root):
        yield XmlPlaces(element, syntax, profile_of, lines_before(content))


def _broken(root: _Element, syntax: Syntax, profile: Profile) -> dict[tuple[str, str], Spot]:
    """Return the places of the findings about the syntax by rule and message."""
    if syntax.syntax_rules is None:
        return {}
    alone = root if root.getparent() is None else deepcopy(root)
    broken = syntax.syntax_rules(profile).broken(alone)
    return {
        (rule, each.finding.message): _back_in(root, alone, Spot(each.place(), each.attribute))
        for rule, each in broken.items()
    }


def _back_in(root: _Element, alone: _Element, spot: Spot) -> Spot:
    """Return the same place in the document that the invoice was copied from."""
    if alone is root:
        return spot
    steps = []
    element = spot.element
    while (parent := element.getparent()) is not None:
        steps.append(parent.index(element))
        element = parent
    for step in reversed(steps):
        root = root[step]
    return Spot(root, spot.attribute)
