"""A reader that remembers the element of every group and value."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from invoicy.formats.binding import Leaf, Node, Opening
from invoicy.formats.reader import Slots, TreeReader
from invoicy.readings.reading import Finding, InvoiceReading


class Spot(NamedTuple):
    """An element, or one of its attributes."""

    element: _Element
    attribute: str = ""


class _Group(NamedTuple):
    """The places of one group.

    slots: kept so that its id() stays unique. values: by pointer in the group, no leading slash.
    """

    slots: Slots
    spot: Spot
    values: dict[str, Spot]


class PlacingReader(TreeReader):
    """A TreeReader that also gives places: call run(), then pointers() and of_finding. A plain TreeReader is faster.

    of_finding: places of equal findings, in the order of the XML.
    """

    def __init__(self, binding: Node, currency: str, accounting_currency: str) -> None:
        super().__init__(binding, currency, accounting_currency)
        self.of_finding: dict[Finding, list[Spot]] = {}
        self._placed: set[int] = set()
        self._groups: dict[int, _Group] = {}
        self._slots: Slots = {}
        self._first_empty: Spot | None = None

    def run(self, root: _Element, settle: Callable[[Slots], None] | None = None) -> InvoiceReading:
        def keep(slots: Slots) -> None:
            self._slots = slots
            if settle is not None:
                settle(slots)

        reading = super().run(root, keep)
        for finding in reading.findings:
            if finding.rule == "INVOICY-EMPTY" and self._first_empty is not None:
                self.of_finding[finding] = [self._first_empty]
        return reading

    def pointers(self) -> dict[str, Spot]:
        """Return the places by JSON Pointer; the invoice itself is the empty pointer."""
        return dict(self._pointers(self._slots, ""))

    def _pointers(self, slots: Slots, pointer: str) -> Iterator[tuple[str, Spot]]:
        group = self._groups.get(id(slots))
        if group is not None:
            yield pointer, group.spot
            yield from ((f"{pointer}/{key}", spot) for key, spot in group.values.items())
        for key, value in slots.items():
            inner = enumerate(value) if isinstance(value, list) else ((None, value),)
            for position, item in inner:
                if isinstance(item, dict):
                    suffix = f"/{key}" if position is None else f"/{key}/{position}"
                    yield from self._pointers(item, pointer + suffix)

    def _attributes(self, element: _Element, node: Node, open_groups: list[Slots]) -> None:
        self._remember_group(element, open_groups)
        known = len(self._findings)
        super()._attributes(element, node, open_groups)
        self._remember_findings(known, Spot(element))

    def _element(self, element: _Element, node: Node, open_groups: list[Slots]) -> None:
        self._remember_group(element, open_groups)
        super()._element(element, node, open_groups)

    def _group(self, element: _Element, node: Node, opening: Opening, open_groups: list[Slots]) -> None:
        known = len(self._findings)
        super()._group(element, node, opening, open_groups)
        self._remember_findings(known, Spot(element))

    def _leaf(self, element: _Element, leaf: Leaf, open_groups: list[Slots]) -> None:
        self._remember_value(leaf, Spot(element), open_groups)
        if not (element.text or "").strip():
            self._first_empty = self._first_empty or Spot(element)
        super()._leaf(element, leaf, open_groups)

    def _store(self, leaf: Leaf, text: str, open_groups: list[Slots], element: _Element, attribute: str) -> None:
        known = len(self._findings)
        self._remember_value(leaf, Spot(element, attribute), open_groups)
        super()._store(leaf, text, open_groups, element, attribute)
        self._remember_findings(known, Spot(element, attribute))

    def _remember_group(self, element: _Element, open_groups: list[Slots]) -> None:
        slots = open_groups[-1]
        self._groups.setdefault(id(slots), _Group(slots, Spot(element), {}))

    def _remember_value(self, leaf: Leaf, spot: Spot, open_groups: list[Slots]) -> None:
        """Remember the place of a value; the first one counts, as for the value itself."""
        slots = open_groups[-1 - leaf.target.up]
        self._groups[id(slots)].values.setdefault("/".join(leaf.target.keys), spot)

    def _remember_findings(self, known: int, spot: Spot) -> None:
        for position, finding in enumerate(self._findings[known:], known):
            if position not in self._placed:
                self._placed.add(position)
                self.of_finding.setdefault(finding, []).append(spot)
