"""The places on a page where the value of a label may be printed."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Word

# Sizes of the label from its bottom to the top of a value below it, with a free line between them. 3 to 3.5 read the
# corpus alike, 1.3 and 5 do not.
_REACH_BELOW = 2.6
# Segments with a label that make a row the head of a table.
_COLUMN_HEADS = 2
# Letters of de, le, von and other particles that are also labels and may be part of a name.
_MAX_PARTICLE = 3
# Letters before the digits of a number that may also be a label, as in CN 250 311.
_MAX_PREFIX = 2
_NUMBER_FIELDS = frozenset({"number", "purchase_order", "other_reference"})
_VALUE_FIELDS = frozenset({"number", "net", "tax", "gross", "due", "iban", "vat_id"})


class Relation(StrEnum):
    """The place of a slot by its label, or the reason for a slot that has no label."""

    INLINE = "inline"
    RIGHT = "right"
    BELOW = "below"
    WRAPPED = "wrapped"  # the next line, for a label that ends a sentence
    TITLE = "title"  # the line of the document's title
    SENTENCE = "sentence"
    ALONE = "alone"


class ValueSlot(Struct, frozen=True, gc=False):
    """A place where the value of a label may be printed: text[start:end] of a segment.

    trust: how likely a value at such a place belongs to the label, up to 1.
    """

    segment: Segment
    start: int
    end: int
    relation: Relation
    trust: float

    @property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that overlap text[start:end] of the slot."""
        return self.segment.words_in(self.start + start, self.start + end)


class SlotTrusts(Struct, frozen=True):
    """The trust of a slot by its place, up to 1: data/weights/slots.tsv."""

    inline: float
    right: float
    right_by_distance: float
    right_at_most_distant: float
    below_column_head: float
    below: float


@cache
def slot_trusts() -> SlotTrusts:
    return data.numbers("weights/slots.tsv", SlotTrusts)


def slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """Yield the slots of a label, the likeliest first: behind it, right of it, below it."""
    inline = inline_slot(pages, label)
    if inline:
        yield inline
    if not inline or not fold(inline.text):
        yield from right_slots(pages, label)
    yield from below_slots(pages, label)


def inline_slot(pages: AnnotatedPages, label: Label) -> ValueSlot | None:
    """Return the rest of the label's segment, up to the next label."""
    segment = label.segment
    if label.end >= len(segment.words):
        return None
    return _slot(pages, segment, label.end, Relation.INLINE, slot_trusts().inline)


def right_slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """Yield the segments right of the label, up to the first with text; beside each end of a label of several lines."""
    for line in (label.segment, label.upper):
        if line:
            yield from _right_of(pages, line)


def _right_of(pages: AnnotatedPages, line: Segment) -> Iterator[ValueSlot]:
    trusts = slot_trusts()
    page_width = pages.layout(line.page).page.width
    for segment in pages.right_of(line):
        if any(label.start == 0 and _is_certain(label) for label in pages.labels.of(segment)):
            return
        gap = max(0.0, segment.x0 - line.words[-1].x1) / page_width
        trust = max(trusts.right_at_most_distant, trusts.right - trusts.right_by_distance * gap)
        slot = _slot(pages, segment, 0, Relation.RIGHT, trust)
        yield slot
        if fold(slot.text):
            return


def below_slots(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """Yield the nearest segment under a label that ends its segment, unless it begins with a label of its own."""
    if not label.ends_segment:
        return
    segment = label.segment
    words = segment.words[label.start : label.end]
    x0, x1 = words[0].x0, words[-1].x1
    below = next(pages.below(segment, x0, x1, _REACH_BELOW * segment.size), None)
    if below is None:
        return
    first = _first_word_under(below, x0, x1)
    if any(other.start <= first < other.end and _is_certain(other) for other in pages.labels.of(below)):
        return
    trusts = slot_trusts()
    trust = trusts.below_column_head if _is_column_head(pages, label) else trusts.below
    yield _slot(pages, below, first, Relation.BELOW, trust)


def _is_column_head(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether a label without a colon has other labels in its row."""
    labelled = sum(1 for segment in pages.row(label.segment) if pages.labels.of(segment))
    return labelled >= _COLUMN_HEADS and not label.colon


def _slot(pages: AnnotatedPages, segment: Segment, first: int, relation: Relation, trust: float) -> ValueSlot:
    """Return the slot from a word to the next label in the segment, or to its end."""
    start = segment.starts[first] if first < len(segment.starts) else len(segment.text)
    later = (label for label in pages.labels.of(segment) if label.start >= max(first, 1))
    ends = [segment.starts[label.start] for label in later if _ends_value(label)]
    return ValueSlot(segment, start, min(ends, default=len(segment.text)), relation, trust)


def _ends_value(label: Label) -> bool:
    """Test whether a label ends the value before it. Short ones such as de, le or von may be part of a name."""
    return label.colon or len(label.key) > _MAX_PARTICLE or bool(label.fields.keys() & _VALUE_FIELDS)


def _is_certain(label: Label) -> bool:
    """Test for a label that cannot be part of a value. One or two letters may begin a number: CN 250 311."""
    if len(label.key) > _MAX_PREFIX or label.colon or label.fields.keys() & _NUMBER_FIELDS:
        return True
    words = label.segment.words[label.start : label.end + 1]
    return not (label.end - label.start == 1 and words[0].text.isupper() and words[-1].text[:1].isdigit())


def _first_word_under(segment: Segment, x0: float, x1: float) -> int:
    """Return the first word between two edges, for a segment that begins left of them; else the first of all."""
    if segment.x0 >= x0 - segment.size:
        return 0
    return next((index for index, word in enumerate(segment.words) if word.x1 > x0 and word.x0 < x1), 0)
