"""Values that look like a number or a reference, each once, with the evidence of their place and looks."""

from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.place_evidence import PlaceEvidence, place_evidence
from invoicy.pages.fields.references.evidence import ReferenceEvidence
from invoicy.pages.fields.references.label_evidence import is_prose
from invoicy.pages.fields.references.look_evidence import look_evidence
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.references import Form
from invoicy.pages.scoring.choice import Candidate
from invoicy.pages.sources.page import Word
from invoicy.wording.comparison import compact

HIGH = 0.45  # share of the page's height; down to the end of the heading with number, date and customer
_IN_EVERY_PLACE = frozenset(
    {
        PlaceEvidence.LOW,
        PlaceEvidence.FOOT,
        PlaceEvidence.LATER_PAGE,
        PlaceEvidence.AMONG_ITEMS,
        ReferenceEvidence.IN_A_SENTENCE,
    }
)
"""Kinds that are evidence only if they hold in every place of the value: a number is often printed on the slip, too."""
_NEAR_ROWS = 3  # rows from a label on: its own, and two below it, which hold the value of a head of a column
_LARGE = 1.3  # times the usual size: a number in a title; at 0.8 or 1.6, one number is lost


class ReferenceCandidate(Candidate):
    """A value and the place where it is printed first. method: of the value, such as "label right" or "place"."""

    value: str
    segment: Segment
    words: tuple[Word, ...]
    method: str = "place"


class ReferenceCandidates:
    """All candidates of a document. by_value: by their value without spaces and case."""

    def __init__(self, pages: AnnotatedPages) -> None:
        self.pages = pages
        self.items = item_rows(pages)
        self.by_value: dict[str, ReferenceCandidate] = {}
        self._rows: set[Row] = set()
        sizes = Counter(round(segment.size) for segment in pages.segments)
        self._usual_size = sizes.most_common(1)[0][0] if sizes else 0

    def add(self, segment: Segment, form: Form, words: tuple[Word, ...]) -> ReferenceCandidate:
        """Return the candidate of a value printed in a segment, new or known, with the evidence of this place added."""
        key = compact(form.value)
        self._rows.add(_row(segment))
        candidate = self.by_value.get(key)
        is_new = candidate is None
        if candidate is None:
            candidate = ReferenceCandidate(form.value, segment, words, evidence=look_evidence(form))
            self.by_value[key] = candidate
        for kind, holds in self._place(segment, words):
            if holds and (is_new or kind not in _IN_EVERY_PLACE):
                candidate.note(kind)
            elif not holds and kind in _IN_EVERY_PLACE:
                candidate.evidence.pop(kind, None)
        return candidate

    def is_near(self, segment: Segment) -> bool:
        """Test whether a candidate is printed in the row of a segment or right under it."""
        return any((segment.page, row) in self._rows for row in range(segment.row, segment.row + _NEAR_ROWS))

    def is_item(self, segment: Segment) -> bool:
        """Test whether a segment is in the table of items."""
        return _row(segment) in self.items

    def _place(self, segment: Segment, words: tuple[Word, ...]) -> Iterator[tuple[str, bool]]:
        yield from place_evidence(self.pages, self.items, segment, HIGH)
        yield ReferenceEvidence.ALONE, len(words) == len(segment.words)
        yield ReferenceEvidence.LARGE, bool(words) and max(word.size for word in words) > _LARGE * self._usual_size
        yield ReferenceEvidence.BOLD, bool(words) and all(word.bold for word in words)
        yield ReferenceEvidence.IN_A_SENTENCE, is_prose(self.pages, segment)


def _row(segment: Segment) -> Row:
    return segment.page, segment.row
