"""The places on a page where the value of a label may be, and the trust that each earns."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Word

_BELOW_LINES = 2.6


_HEADER_LABELS = 2


_OF_NUMBERS = frozenset({"number", "purchase_order", "other_reference"})


_OF_VALUES = frozenset({"number", "net", "tax", "gross", "due", "iban", "vat_id"})


class ValueSlot(Struct, frozen=True, gc=False):
    """A place where the value of a label may stand: text[start:end] of a segment, with the trust its place earns."""

    segment: Segment
    start: int
    end: int
    relation: str
    trust: float

    @property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that cover text[start:end] of the slot."""
        return self.segment.words_in(self.start + start, self.start + end)


def slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """The places where the value of a label may stand, the likeliest first: after it, right of it, below it."""
    inline = inline_slot(pages, label)
    if inline:
        yield inline
    if not inline or not fold(inline.text):
        yield from right_slots(pages, label)
    yield from below_slots(pages, label)


def inline_slot(pages: AnnotatedPages, label: Label) -> ValueSlot | None:
    segment = label.segment
    if label.end >= len(segment.words):
        return None
    return _slot(pages, segment, label.end, "inline", 1.0)


def right_slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """The segments to the right in its rows, up to the one that starts with a label of its own."""
    for line in (label.segment, label.upper):
        if line:
            yield from _right_of(pages, line)


def _right_of(pages: AnnotatedPages, line: Segment) -> Iterator[ValueSlot]:
    width = pages.layout(line.page).page.width
    last = line.words[-1]
    for other in pages.right_of(line):
        if any(found.start == 0 and _begins(found) for found in pages.labels.of(other)):
            return
        gap = max(0.0, other.x0 - last.x1) / width
        slot = _slot(pages, other, 0, "right", max(0.5, 0.97 - 0.5 * gap))
        yield slot
        if fold(slot.text):
            return


def below_slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """The nearest segment under the label, where the label is the head of a column or of a block."""
    segment = label.segment
    if not label.last:
        return
    words = segment.words[label.start : label.end]
    heads = sum(1 for other in pages.row(segment) if pages.labels.of(other))
    trust = 0.9 if heads >= _HEADER_LABELS and not label.colon else 0.75
    for other in pages.below(segment, words[0].x0, words[-1].x1, _BELOW_LINES * segment.size):
        at = _start_under(other, words[0].x0, words[-1].x1)
        if any(found.start <= at < found.end and _begins(found) for found in pages.labels.of(other)):
            return
        yield _slot(pages, other, at, "below", trust)
        return


def _slot(pages: AnnotatedPages, segment: Segment, first: int, relation: str, trust: float) -> ValueSlot:
    """From a word on to the next label in the segment, or to its end."""
    start = segment.starts[first] if first < len(segment.starts) else len(segment.text)
    later = (label for label in pages.labels.of(segment) if label.start >= max(first, 1))
    ends = [segment.starts[label.start] for label in later if _ends_a_value(label)]
    return ValueSlot(segment, start, min(ends, default=len(segment.text)), relation, trust)


def _ends_a_value(label: Label) -> bool:
    """Another label begins; de, le or von may be part of the value."""
    return label.colon or len(label.key) > 3 or bool(label.fields.keys() & _OF_VALUES)


def _begins(label: Label) -> bool:
    """It is a label, and no letter or two before the digits of a value: CN 250 311, E 2025 00771834."""
    if len(label.key) > 2 or label.colon or label.fields.keys() & _OF_NUMBERS:
        return True
    words = label.segment.words[label.start : label.end + 1]
    return not (label.end - label.start == 1 and words[0].text.isupper() and words[-1].text[:1].isdigit())


def _start_under(segment: Segment, x0: float, x1: float) -> int:
    """The first word of a segment that stands under a stretch, where words before it stand left of it."""
    if segment.x0 >= x0 - segment.size:
        return 0
    return next((i for i, word in enumerate(segment.words) if word.x1 > x0 and word.x0 < x1), 0)
