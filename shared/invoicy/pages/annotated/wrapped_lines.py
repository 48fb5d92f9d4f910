"""Values broken in narrow columns, which continue in the next line."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot
from invoicy.pages.layout.rows import Segment, edge_offsets
from invoicy.pages.sources.page import Word

# An IBAN of 34 characters may take three lines in a narrow column.
_MAX_LINES = 3
# Share of the size that may be free between the lines of a value: less than a free line.
_MAX_LEADING = 0.7
# Share of the size by which a line must be lower than the first one: a smaller drop is other print in the same line.
_MIN_DROP = 0.5
# Share of the size by which the lines of a value may be out of alignment: about a letter.
_MAX_EDGE_OFFSET = 0.5
# Share by which sizes of the lines of a value may differ: rounding, not another font size.
_MAX_SIZE_DIFFERENCE = 0.2
# Letters of de, le, von and other particles that are also labels and may begin the next line of a name.
_MAX_PARTICLE = 3


class WrappedSlot(Struct, frozen=True):
    """A slot of several lines.

    segment: the first line. text: the lines with a space between them. offsets: the offset of each line in text.
    """

    segment: Segment
    lines: tuple[ValueSlot, ...]
    offsets: tuple[int, ...]
    text: str
    relation: Relation
    trust: float
    start: int = 0

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that overlap text[start:end]."""
        return tuple(
            word
            for line, offset in zip(self.lines, self.offsets, strict=True)
            for word in line.words(max(0, start - offset), min(len(line.text), end - offset))
        )

    def breaks(self, start: int, end: int) -> bool:
        """Test whether text[start:end] begins in the first line and ends in another."""
        return start < self.offsets[1] <= end


def wraps_of(pages: AnnotatedPages, slot: ValueSlot) -> Iterator[WrappedSlot]:
    """Yield a slot joined with the next line, then with two lines.

    A slot that ends before its line ends does not continue, and neither does one with a label below it.
    """
    if slot.end < len(slot.segment.text.rstrip()):
        return
    lines, start = [slot], slot.start
    while len(lines) < _MAX_LINES and (under := line_under(pages, lines[-1].segment, start)):
        lines.append(ValueSlot(under, 0, len(under.text), slot.relation, slot.trust))
        start = 0
        yield _joined(tuple(lines))


def _joined(lines: tuple[ValueSlot, ...]) -> WrappedSlot:
    offsets, text = [], ""
    for line in lines:
        text += " " if text else ""
        offsets.append(len(text))
        text += line.text
    first = lines[0]
    return WrappedSlot(first.segment, lines, tuple(offsets), text, first.relation, first.trust)


def line_under(pages: AnnotatedPages, segment: Segment, start: int = 0, *, prose: bool = False) -> Segment | None:
    """Return the next line of the same column, unless it begins with a label.

    start: offset of the value in the segment. prose: only a label with a colon counts, as sentences contain others.
    """
    words = segment.words_in(start, len(segment.text)) or segment.words
    for row in pages.rows_below(segment):
        if min(line.top for line in row) - segment.bottom > _MAX_LEADING * segment.size:
            return None
        lower = next((line for line in row if _is_below(segment, line)), None)
        if lower:
            continues = _continues(segment, words[0].x0, lower) and not _begins_with_label(pages, lower, prose=prose)
            return lower if continues else None
    return None


def _is_below(segment: Segment, line: Segment) -> bool:
    overlaps = line.x0 < segment.x1 and line.x1 > segment.x0
    return overlaps and line.top > segment.top + _MIN_DROP * segment.size


def _continues(segment: Segment, value_x0: float, lower: Segment) -> bool:
    """Test for a line aligned with the segment or the value in it, near to it, and of about the same size."""
    offset = min(abs(lower.x0 - value_x0), *edge_offsets(segment, lower))
    is_near = lower.top - segment.bottom <= _MAX_LEADING * segment.size
    is_same_size = abs(lower.size - segment.size) < _MAX_SIZE_DIFFERENCE * segment.size
    return offset < _MAX_EDGE_OFFSET * segment.size and is_near and is_same_size


def _begins_with_label(pages: AnnotatedPages, line: Segment, *, prose: bool) -> bool:
    labels = (label for label in pages.labels.of(line) if label.begins_segment)
    return any(label.colon or (len(label.key) > _MAX_PARTICLE and not prose) for label in labels)
