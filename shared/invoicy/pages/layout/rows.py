"""The rows of a page, and their segments: words that are close enough to be read together."""

from collections.abc import Iterable
from operator import itemgetter

from msgspec import Struct

from invoicy.pages.layout.spaced_letters import join_spaced_letters
from invoicy.pages.sources.page import Box, PageText, Word

# Words are in one row if their middles differ by at most this share of the smaller size. At 0.1, amounts leave the rows
# of their labels; at 0.7, lines merge and values are lost, too.
_MAX_ROW_OFFSET = 0.36
# The share of a word's size from its bottom to its middle: about half the height of small letters, where words of
# different sizes on one base line are closest.
_MIDDLE_HEIGHT = 0.35
# Points: the middle of a larger word, such as a title, would be higher than that of the words beside it.
_MAX_MIDDLE_SIZE = 14.0
# Words are one segment up to this gap, as a share of the smaller size; a space is about 0.28 of it. At 0.6, names and
# labels fall apart, and six values of the corpus are lost; from 1.4 on, columns merge.
_MAX_SEGMENT_GAP = 0.95
# A gap is wider than a space above this share of the size; a space is about 0.28 of it in proportional fonts.
_MAX_SPACE_BY_SIZE = 0.45
# And above this share of the mean letter width: in typewriter fonts, a space is as wide as a letter. At 0.8, amounts
# with spaces fall apart, and three values of the corpus are lost.
_MAX_SPACE_BY_LETTER = 1.35

SegmentKey = tuple[int, int, int]
"""Page, row and column of a segment."""


class Segment(Struct, frozen=True, gc=False):
    """Words of a row that are read together.

    row, column: place on the page, from 0. text: the words with spaces between them. starts: the offset of each word
    in text. x0, top, x1, bottom: the box around the words, in points. size: height of the tallest word, in points.
    """

    page: int
    row: int
    column: int
    words: tuple[Word, ...]
    text: str
    starts: tuple[int, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    key: SegmentKey

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that overlap text[start:end]."""
        offsets = zip(self.words, self.starts, strict=True)
        return tuple(word for word, offset in offsets if offset < end and offset + len(word.text) > start)


class Layout(Struct, frozen=True, gc=False):
    """A page as rows of segments, from top to bottom and from left to right."""

    page: PageText
    rows: tuple[tuple[Segment, ...], ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(segment for row in self.rows for segment in row)


def layout_of(page: PageText) -> Layout:
    """Return the rows and segments of a page."""
    rows = _rows(page.words)
    return Layout(page, tuple(_segments(page.number, number, row) for number, row in enumerate(rows)))


def box_of(words: Iterable[Word]) -> Box:
    """Return the box around words, in points."""
    lefts, tops, rights, bottoms = zip(*[(word.x0, word.top, word.x1, word.bottom) for word in words], strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def edge_offsets(upper: Segment, lower: Segment) -> tuple[float, float, float]:
    """Return the distances in points between the left edges, the right edges and the centres of two lines."""
    left, right = lower.x0 - upper.x0, lower.x1 - upper.x1
    centre = (lower.x0 + lower.x1 - upper.x0 - upper.x1) / 2
    return abs(left), abs(right), abs(centre)


def _rows(words: tuple[Word, ...]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    row_height = row_size = 0.0
    for height, word in sorted(zip(map(_middle, words), words, strict=True), key=itemgetter(0)):
        if rows and height - row_height <= _MAX_ROW_OFFSET * min(row_size, word.size):
            rows[-1].append(word)
            continue
        rows.append([word])
        row_height, row_size = height, word.size
    return rows


def _middle(word: Word) -> float:
    """Return the height at which words of different sizes in one row are closest to each other."""
    return word.bottom - _MIDDLE_HEIGHT * min(word.size, _MAX_MIDDLE_SIZE)


def _segments(page: int, number: int, row: list[Word]) -> tuple[Segment, ...]:
    groups: list[list[Word]] = []
    for word in join_spaced_letters(sorted(row, key=lambda word: word.x0)):
        if groups and word.x0 - groups[-1][-1].x1 <= _MAX_SEGMENT_GAP * min(word.size, groups[-1][-1].size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(_segment(page, number, column, group) for column, group in enumerate(groups))


def _segment(page: int, row: int, column: int, words: list[Word]) -> Segment:
    """Join words with one space, or two where the gap is wider: 12 345,00 is one amount, 12  345,00 are two."""
    text, starts = "", []
    for last, word in zip([None, *words], words, strict=False):
        if last and not word.glued:
            text += "  " if _is_wide_gap(last, word) else " "
        starts.append(len(text))
        text += word.text
    size = max([word.size for word in words])
    key = (page, row, column)
    return Segment(page, row, column, tuple(words), text, tuple(starts), *box_of(words), size, key)


def _is_wide_gap(last: Word, word: Word) -> bool:
    letters = len(last.text) + len(word.text)
    letter_width = (last.x1 - last.x0 + word.x1 - word.x0) / letters
    return word.x0 - last.x1 > max(_MAX_SPACE_BY_SIZE * word.size, _MAX_SPACE_BY_LETTER * letter_width)
