"""Paths of values in an XML as a person would write them."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import takewhile

from lxml.etree import Element, _Element, iterwalk

from invoicy.readings.reading import Unmapped

SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


class Paths:
    """Paths of the elements of one tree, with the prefixes of the document."""

    def __init__(self) -> None:
        self._known: dict[_Element, str] = {}

    def of(self, element: _Element, attribute: str = "") -> str:
        """Return the path of an element, with positions only among siblings of one name.

        Example: /Invoice/cac:InvoiceLine[2]/cbc:ID/@schemeID.
        """
        if element not in self._known:
            self._name_down_to(element)
        path = self._known[element]
        return f"{path}/@{_local(attribute)}" if attribute else path

    def leaves(self, element: _Element, but: Collection[_Element] = ()) -> Iterator[Unmapped]:
        """Yield every attribute and text in an element, except those of the elements that are left out."""
        walker = iterwalk(element, events=("start", "end"))  # no recursion: the depth of the XML is not bounded here
        for event, part in walker:
            if event == "start" and part in but:
                walker.skip_subtree()
            elif event == "start":
                yield from self._own(part)
            elif part is not element and part.tail and not part.tail.isspace():
                yield Unmapped(self.of(part), part.tail.strip())

    def _own(self, element: _Element) -> Iterator[Unmapped]:
        for name, value in element.items():
            if not name.startswith(SCHEMA_INSTANCE):
                yield Unmapped(self.of(element, name), value)
        if element.text and not element.text.isspace():
            yield Unmapped(self.of(element), element.text.strip())

    def _name_down_to(self, element: _Element) -> None:
        """Name the element and its ancestors from the top, without recursion."""
        unnamed = [element, *takewhile(lambda ancestor: ancestor not in self._known, element.iterancestors())]
        for part in reversed(unnamed):
            self._name_children(part.getparent())
            self._known.setdefault(part, f"/{name_of(part)}")

    def _name_children(self, parent: _Element | None) -> None:
        """Name all children at once: one by one would take quadratic time for an element with many children."""
        if parent is None:
            return
        above = self._known[parent]
        names = [(child, name_of(child)) for child in parent.iterchildren(Element)]
        count, seen = Counter(name for _, name in names), Counter[str]()
        for child, name in names:
            seen[name] += 1
            self._known[child] = f"{above}/{name}[{seen[name]}]" if count[name] > 1 else f"{above}/{name}"


def name_of(element: _Element) -> str:
    """Return the name with the prefix that the document uses."""
    local = _local(str(element.tag))
    return f"{element.prefix}:{local}" if element.prefix else local


def _local(name: str) -> str:
    """Return the name without its namespace; lxml's QName refuses some names of recovered XML."""
    return name.rpartition("}")[2]
