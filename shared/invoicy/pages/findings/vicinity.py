"""A place on a page in words: page 1, top right, beside "Date"."""

from collections.abc import Sequence

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.sources.page import Box, Word

_THIRDS = (1 / 3, 2 / 3)
_MOST_WORDS = 4
_LINES_ABOVE = 2.6
_ASIDE = 2


def place_of(page: int, box: Box) -> str:
    """The third of the page, across and down, in which the middle of a box lies; box in shares of the page as shown."""
    across = _third((box[0] + box[2]) / 2, ("left", "centre", "right"))
    down = _third((box[1] + box[3]) / 2, ("top", "middle", "bottom"))
    return f"page {page}, {'centre' if (down, across) == ('middle', 'centre') else f'{down} {across}'}"


def neighbour_of(pages: AnnotatedPages, page: int, words: Sequence[Word]) -> str:
    """The words before a value or over it, quoted: beside 'Date', under 'Invoice no.'; empty where there are none."""
    segment = next((one for one in pages.layout(page).segments if words[0] in one.words), None)
    if segment is None:
        return ""
    inside = segment.words[: segment.words.index(words[0])]
    left = pages.left_of(segment)
    if before := _letters(inside) or (_letters(left.words) if left else ""):
        return f"beside {before!r}"
    above = _over(pages, segment)
    return f"under {above!r}" if above else ""


def _third(share: float, names: tuple[str, str, str]) -> str:
    return names[sum(share > edge for edge in _THIRDS)]


def _letters(words: Sequence[Word]) -> str:
    """The last few words, where letters are among them; nothing where there are more: a sentence is no label."""
    text = " ".join(word.text for word in words).strip(" :.|-")
    return text if len(words) <= _MOST_WORDS and any(c.isalpha() for c in text) else ""


def _over(pages: AnnotatedPages, segment: Segment) -> str:
    """The words of the nearest segment over another."""
    rows = pages.layout(segment.page).rows[: segment.row]
    left, right = segment.x0 - _ASIDE * segment.size, segment.x1
    over = (one for row in reversed(rows) for one in row if one.x0 < right and one.x1 > left)
    nearest = next(over, None)
    if nearest is None or segment.top - nearest.bottom > _LINES_ABOVE * segment.size:
        return ""
    return _letters(nearest.words)
