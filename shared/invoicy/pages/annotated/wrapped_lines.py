"""Values that a narrow column breaks: they go on in the line under them."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot
from invoicy.pages.layout.rows import Segment
from invoicy.pages.sources.page import Word

_GAP = 0.7
_LINES = 3


class WrappedSlot(Struct, frozen=True):
    """A slot and the lines it goes on in, read as one: text joins them with a space; at: where each line begins."""

    segment: Segment
    lines: tuple[ValueSlot, ...]
    at: tuple[int, ...]
    text: str
    relation: str
    trust: float
    start: int = 0

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that cover text[start:end]."""
        parts = zip(self.lines, self.at, strict=True)
        return tuple(
            word for line, at in parts for word in line.words(max(0, start - at), min(len(line.text), end - at))
        )

    def breaks(self, start: int, end: int) -> bool:
        """text[start:end] begins in the first line and ends in another."""
        return start < self.at[1] <= end


def wraps_of(pages: AnnotatedPages, slot: ValueSlot) -> Iterator[WrappedSlot]:
    """The slot with the line under it, then with two; nothing where it ends before its line or another value begins."""
    if slot.end < len(slot.segment.text.rstrip()):
        return
    lines = [slot]
    while len(lines) < _LINES and (under := line_under(pages, lines[-1].segment, slot.start if len(lines) == 1 else 0)):
        lines.append(ValueSlot(under, 0, len(under.text), slot.relation, slot.trust))
        yield _joined(tuple(lines))


def _joined(lines: tuple[ValueSlot, ...]) -> WrappedSlot:
    at, text = [], ""
    for line in lines:
        text += " " if text else ""
        at.append(len(text))
        text += line.text
    return WrappedSlot(lines[0].segment, lines, tuple(at), text, lines[0].relation, lines[0].trust)


def line_under(pages: AnnotatedPages, segment: Segment, start: int = 0, *, prose: bool = False) -> Segment | None:
    """The next line of the same column, if no label begins it, in prose one with a colon.

    start: where in the segment the value begins.
    """
    words = segment.words_in(start, len(segment.text)) or segment.words
    for row in pages.rows_below(segment):
        if min(one.top for one in row) - segment.bottom > _GAP * segment.size:
            return None
        for other in row:
            if other.x0 < segment.x1 and other.x1 > segment.x0 and other.top > segment.top + 0.5 * segment.size:
                return other if _goes_on(segment, words[0].x0, other) and not _begins(pages, other, prose) else None
    return None


def _goes_on(segment: Segment, x0: float, other: Segment) -> bool:
    edges = (
        other.x0 - x0,
        other.x0 - segment.x0,
        other.x1 - segment.x1,
        (other.x0 + other.x1 - segment.x0 - segment.x1) / 2,
    )
    aligned = min(abs(edge) for edge in edges) < 0.5 * segment.size
    near = other.top - segment.bottom <= _GAP * segment.size and abs(other.size - segment.size) < 0.2 * segment.size
    return aligned and near


def _begins(pages: AnnotatedPages, line: Segment, prose: bool) -> bool:
    """A label begins the line."""
    return any(one.first and (one.colon or (len(one.key) > 3 and not prose)) for one in pages.labels.of(line))
