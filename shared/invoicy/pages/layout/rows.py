"""From words to the rows of a page and the segments in them: words that stand close enough to be read together."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct, structs

from invoicy.pages.sources.page import Box, PageText, Word

_ROW_TOLERANCE = 0.36
_SEGMENT_GAP = 0.95
_SPACE = 0.45
_LETTERS = 1.35
_SPACED = 4


class Segment(Struct, frozen=True, gc=False):
    """Words read together. text: joined as printed; starts: where each word begins in it; row: number on the page."""

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
    key: tuple[int, int, int]
    """Page, row and column."""

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that cover text[start:end]."""
        spans = zip(self.words, self.starts, strict=True)
        return tuple(word for word, at in spans if at < end and at + len(word.text) > start)


class Layout(Struct, frozen=True, gc=False):
    """A page as rows of segments, top to bottom and left to right."""

    page: PageText
    rows: tuple[tuple[Segment, ...], ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(segment for row in self.rows for segment in row)


def layout_of(page: PageText) -> Layout:
    rows = _rows(page.words)
    return Layout(page, tuple(_segments(page.number, number, row) for number, row in enumerate(rows)))


def _rows(words: tuple[Word, ...]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    level = size = 0.0
    for middle, word in sorted(zip(map(_middle, words), words, strict=True), key=itemgetter(0)):
        if rows and middle - level <= _ROW_TOLERANCE * min(size, word.size):
            rows[-1].append(word)
            continue
        rows.append([word])
        level, size = middle, word.size
    return rows


def _middle(word: Word) -> float:
    """The height at which a line of small and large words meets best: a little above the base line."""
    return word.bottom - 0.35 * min(word.size, 14.0)


def _segments(page: int, number: int, row: list[Word]) -> tuple[Segment, ...]:
    groups: list[list[Word]] = []
    for word in _closed_up(sorted(row, key=lambda word: word.x0)):
        if groups and word.x0 - groups[-1][-1].x1 <= _SEGMENT_GAP * min(word.size, groups[-1][-1].size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(_segment(page, number, column, group) for column, group in enumerate(groups))


def _closed_up(words: list[Word]) -> list[Word]:
    """L E T T E R S set apart are one word; a gap much wider than those between them parts two."""
    if len(words) < _SPACED or [len(word.text) for word in words].count(1) < _SPACED:
        return words
    found: list[Word] = []
    run: list[Word] = []
    for word in [*words, None]:
        if word is not None and len(word.text) == 1 and word.text.isalnum():
            run.append(word)
            continue
        found += _words_of(run) if len(run) >= _SPACED else run
        run = []
        found += [word] if word is not None else []
    return found


def _words_of(letters: list[Word]) -> Iterator[Word]:
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(letters))
    widest = 1.6 * max(gaps[len(gaps) // 2], 0.1 * letters[0].size)
    start = 0
    for end in range(1, len(letters) + 1):
        if end == len(letters) or letters[end].x0 - letters[end - 1].x1 > widest:
            part = letters[start:end]
            text = "".join(word.text for word in part)
            yield structs.replace(part[0], text=text, x1=part[-1].x1)
            start = end


def _segment(page: int, row: int, column: int, words: list[Word]) -> Segment:
    """Two spaces stand in the text where the gap is wider than a space, so that 12 345,00 is not 12 and 345,00."""
    text, starts = "", []
    for last, word in zip([None, *words], words, strict=False):
        if last and not word.glued:
            text += "  " if _is_wide(last, word) else " "
        starts.append(len(text))
        text += word.text
    size = max([word.size for word in words])
    key = (page, row, column)
    return Segment(page, row, column, tuple(words), text, tuple(starts), *box_of(words), size, key)


def _is_wide(last: Word, word: Word) -> bool:
    """Wider than the space of the script, which in typewriter letters is as wide as a letter."""
    letters = len(last.text) + len(word.text)
    letter = (last.x1 - last.x0 + word.x1 - word.x0) / letters
    return word.x0 - last.x1 > max(_SPACE * word.size, _LETTERS * letter)


def box_of(words: Iterable[Word]) -> Box:
    """The box around words, in points."""
    lefts, tops, rights, bottoms = zip(*[(word.x0, word.top, word.x1, word.bottom) for word in words], strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
