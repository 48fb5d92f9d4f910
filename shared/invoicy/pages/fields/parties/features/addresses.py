"""Evidence for a name from the address under it: its place on the page and by the other addresses."""

from collections.abc import Iterator

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence, NameEvidence
from invoicy.pages.fields.parties.names.from_places import is_address
from invoicy.pages.fields.place_evidence import Zone, zone_of
from invoicy.pages.layout.rows import Segment

_WINDOW_RIGHT = frozenset({"fr", "it", "es", "ca", "pt"})
"""Languages of countries where the window of an envelope is on the right."""
_SIDE_BY_SIDE = 40  # points; three lines of text, by which the heads of two addresses side by side differ at most
_ORDER = (LayoutEvidence.ADDRESS_1, LayoutEvidence.ADDRESS_2, LayoutEvidence.ADDRESS_3)


class AddressFeatures:
    """The addresses of the first page, and the evidence of each."""

    def __init__(self, candidates: NameCandidates) -> None:
        self._pages = candidates.pages
        first = self._pages.layouts[0].page.number
        self._addresses = [block for block in candidates.blocks if block.top.page == first and is_address(block)]
        names = candidates.by_name.values()
        self._has_sender = any(NameEvidence.RETURN_ADDRESS in name.evidence for name in names)
        self._is_window_left = next(iter(self._pages.labels.languages), "") not in _WINDOW_RIGHT

    def of_address(self, block: Block, segment: Segment) -> Iterator[LayoutEvidence]:
        """Yield the evidence of the address in a block. segment: the line of the name over it."""
        zone = zone_of(self._pages, segment)
        yield LayoutEvidence(f"address in {zone}")
        order = next((index for index, address in enumerate(self._addresses) if address is block), None)
        if order is None:
            return
        yield _ORDER[min(order, len(_ORDER) - 1)]
        if len(self._addresses) == 1:
            yield LayoutEvidence.ONLY_ADDRESS
        yield from self._by_rivals(block, segment)
        if self._has_sender and zone is Zone.WINDOW:
            yield LayoutEvidence.ADDRESS_UNDER_A_SENDER_ELSEWHERE

    def _by_rivals(self, block: Block, segment: Segment) -> Iterator[LayoutEvidence]:
        """Yield the evidence from comparing an address with those beside it."""
        rivals = [rival for rival in self._addresses if rival is not block]
        beside = [rival for rival in rivals if abs(rival.top.top - segment.top) < _SIDE_BY_SIDE]
        if not beside:
            return
        if self._has_id(block) and not any(self._has_id(rival) for rival in beside):
            yield LayoutEvidence.ALONE_WITH_AN_ID
        is_left = segment.x0 < beside[0].top.x0
        yield LayoutEvidence.LEFT_ADDRESS if is_left else LayoutEvidence.RIGHT_ADDRESS
        on_side = is_left == self._is_window_left
        yield LayoutEvidence.ADDRESS_ON_THE_WINDOWS_SIDE if on_side else LayoutEvidence.ADDRESS_ON_THE_OTHER_SIDE

    def _has_id(self, block: Block) -> bool:
        labels = (label for line in block.lines for label in self._pages.labels.of(line))
        return any(label.fields.keys() & {"vat_id", "other_id"} for label in labels)
