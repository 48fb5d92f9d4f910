"""Features of every name: its words, and of each of its places the zone, the size, the row and the block."""

from collections.abc import Iterator

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence, also
from invoicy.pages.fields.parties.features.blocks import BlockFeatures
from invoicy.pages.fields.parties.features.words import word_evidence
from invoicy.pages.fields.place_evidence import zone_of
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lines.table import Row, item_rows

_PARTIES = frozenset({"seller", "buyer", "holder", "ship_to"})
_MIDDLE = 0.45  # share of the page's width; a right column begins a little left of the middle
_NEXT_ROWS = 3  # rows at the top of the page that a letterhead takes
_LARGE = 1.35  # times the body's size: a letterhead; from 1.7 on, one seller is lost
_LARGER = 1.1  # times the body's size; above the rounding of sizes in a PDF
_SMALL = 0.87  # times the body's size: small print, such as a return address; above 1, one buyer is lost
_LABEL_SHARE = 0.6  # share of a name's letters; at 0.36 two sellers are lost, at 0.75 one is
_PRICE_PLACES = 2  # decimal places of an amount of money in most currencies


def add_features(candidates: NameCandidates) -> None:
    """Add to each name the evidence of its words, of its first place and of its other places."""
    layout = _LayoutFeatures(candidates)
    for candidate in candidates.by_name.values():
        for own in word_evidence(candidates, candidate):
            candidate.note(own)
        first, *later = sorted(candidate.places, key=lambda place: (place[0].page, place[0].row))
        for kind in layout.of_place(candidate.name, first):
            candidate.note(kind)
        for kind in {kind for place in later for kind in layout.of_place(candidate.name, place)}:
            candidate.note(also(kind))


class _LayoutFeatures:
    """The evidence of places, by facts of the pages that are computed once."""

    def __init__(self, candidates: NameCandidates) -> None:
        self._candidates, self._pages = candidates, candidates.pages
        self._page = candidates.pages.layouts[0].page
        first_lines = [place[0] for candidate in candidates.by_name.values() for place in candidate.places]
        sizes = (line.size for line in first_lines if line.page == self._page.number)
        self._largest = max(sizes, default=0.0)
        self._blocks = BlockFeatures(candidates)
        self._items: frozenset[Row] = item_rows(candidates.pages)

    def of_place(self, name: str, place: tuple[Segment, ...]) -> Iterator[LayoutEvidence]:
        """Yield the evidence of a place. place: the lines that print the name."""
        segment = place[0]
        yield from self._zone(segment)
        yield from self._type(segment)
        yield from self._row(segment, name)
        if block := self._candidates.block_of(segment):
            yield from self._blocks.of_block(block, place)

    def _zone(self, segment: Segment) -> Iterator[LayoutEvidence]:
        if segment.page != self._page.number:
            yield LayoutEvidence.LATER_PAGE
            return
        side = "left" if segment.x0 < _MIDDLE * self._page.width else "right"
        yield LayoutEvidence(f"{zone_of(self._pages, segment)} {side}")
        if segment.row == 0:
            yield LayoutEvidence.FIRST_ROW
        elif segment.row < _NEXT_ROWS:
            yield LayoutEvidence.NEXT_ROWS

    def _type(self, segment: Segment) -> Iterator[LayoutEvidence]:
        ratio = segment.size / self._candidates.body
        if segment.size >= self._largest:
            yield LayoutEvidence.LARGEST
        if ratio > _LARGE:
            yield LayoutEvidence.LARGE
        elif ratio > _LARGER:
            yield LayoutEvidence.LARGER
        elif ratio < _SMALL:
            yield LayoutEvidence.SMALL
        if segment.words[0].bold:
            yield LayoutEvidence.BOLD

    def _row(self, segment: Segment, name: str) -> Iterator[LayoutEvidence]:
        if (segment.page, segment.row) in self._items:
            yield LayoutEvidence.ITEMS
        amounts = (amount for other in self._pages.row(segment) for amount in self._pages.amounts_of(other))
        if any(amount.places == _PRICE_PLACES for amount in amounts):
            yield LayoutEvidence.AMOUNTS_IN_ITS_ROW
        if self._candidates.is_bank(segment):
            yield LayoutEvidence.BANK
        if self._is_label(segment, name):
            yield LayoutEvidence.LABEL_WORD
        if self._is_value(segment):
            yield LayoutEvidence.VALUE_OF_A_LABEL

    def _is_label(self, segment: Segment, name: str) -> bool:
        """Test whether a label makes up most of the name."""
        key = fold(name)
        labels = self._pages.labels.of(segment)
        return any(len(label.key) > _LABEL_SHARE * len(key) and label.key in key for label in labels)

    def _is_value(self, segment: Segment) -> bool:
        """Test whether the segment to the left ends in a label that names no party."""
        left = self._pages.row(segment)[: segment.column][-1:]
        labels = [label for line in left for label in self._pages.labels.of(line) if label.ends_segment or label.colon]
        return bool(labels) and not any(field in _PARTIES for field in labels[-1].fields)
