"""A place on a page in words: page 1, top right, beside "Date"."""

from collections.abc import Sequence

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.sources.page import Box, Word

_THIRDS = (1 / 3, 2 / 3)  # shares of the page: left, centre, right; top, middle, bottom
# More words are a sentence and no label.
_MAX_LABEL_WORDS = 4
# Heights of the value between it and its label: the head of a column and one line between.
_MAX_LINES_ABOVE = 2.6
# Heights of the value by which it may begin left of its label.
_MAX_OFFSET = 2


def place_of(page: int, box: Box) -> str:
    """Return the part of the page that a box is in, such as page 1, top right. box: shares of the page as shown."""
    across = _third((box[0] + box[2]) / 2, ("left", "centre", "right"))
    down = _third((box[1] + box[3]) / 2, ("top", "middle", "bottom"))
    return f"page {page}, {'centre' if (down, across) == ('middle', 'centre') else f'{down} {across}'}"


def neighbour_of(pages: AnnotatedPages, page: int, words: Sequence[Word]) -> str:
    """Return the words before or above a value: beside 'Date', under 'Invoice no.'; empty if there are none."""
    segment = next((each for each in pages.layout(page).segments if words[0] in each.words), None)
    if segment is None:
        return ""
    inside = segment.words[: segment.words.index(words[0])]
    left = pages.left_of(segment)
    if before := _letters(inside) or (_letters(left.words) if left else ""):
        return f"beside {before!r}"
    above = _above(pages, segment)
    return f"under {above!r}" if above else ""


def _third(share: float, names: tuple[str, str, str]) -> str:
    return names[sum(share > edge for edge in _THIRDS)]


def _letters(words: Sequence[Word]) -> str:
    """Return the words if they may be a label: a few, with letters among them."""
    text = " ".join(word.text for word in words).strip(" :.|-")
    return text if len(words) <= _MAX_LABEL_WORDS and any(c.isalpha() for c in text) else ""


def _above(pages: AnnotatedPages, segment: Segment) -> str:
    """Return the words of the nearest segment above another."""
    rows = pages.layout(segment.page).rows[: segment.row]
    left, right = segment.x0 - _MAX_OFFSET * segment.size, segment.x1
    above = (other for row in reversed(rows) for other in row if other.x0 < right and other.x1 > left)
    nearest = next(above, None)
    if nearest is None or segment.top - nearest.bottom > _MAX_LINES_ABOVE * segment.size:
        return ""
    return _letters(nearest.words)
