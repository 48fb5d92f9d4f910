"""Words of a text layer that the page does not show: white on white, covered by something, cut off by its margins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.concealment import can_hide_text
from invoicy.pages.sources.pdf.pictures import pictures_on

_LONG_SIDE = 1000  # pixels
_LEAST_HEIGHT = 5  # pixels; smaller print is not judged
_EDGE = 0.15  # of a word's height, in which lines of a table may run
_CONTRAST = 16
_LARGE_PICTURE = 0.25
_LATIN = re.compile("[0-9A-Za-z]")  # other letters are drawn only where this machine has a font for them

Words = Sequence[tuple[str, Box]]
"""Texts with boxes in shares of the page as shown."""


def hidden_on(page: Any, words: Words) -> frozenset[int]:
    """The indices of the words that nobody sees on a pypdfium2 page.

    Over a large picture only those beside the page are: the layer of a scan lies where it likes.
    """
    beside = frozenset(index for index, (_, box) in enumerate(words) if is_beside(box))
    judged = [(index, box) for index, (text, box) in enumerate(words) if index not in beside and _LATIN.search(text)]
    is_drawn = bool(judged) and can_hide_text(page, [box for _, box in judged])
    bare = frozenset(_bare(page, judged)) if is_drawn else frozenset[int]()
    return beside if bare and _has_large_picture(page) else beside | bare


def is_beside(box: Box) -> bool:
    """The box is cut off with what does not fit the page."""
    x0, top, x1, bottom = box
    return x1 <= 0 or x0 >= 1 or bottom <= 0 or top >= 1


def _bare(page: Any, words: list[tuple[int, Box]]) -> Iterator[int]:
    """The words in whose boxes light and dark do not meet."""
    try:
        bitmap = page.render(scale=_LONG_SIDE / max(page.get_size()), grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return
    try:
        pixels, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        for index, box in words:
            left, top, right, bottom = _in_pixels(box, bitmap.width, bitmap.height)
            if bottom - top < _LEAST_HEIGHT or right <= left:
                continue
            middle = (top + bottom) // 2  # where most letters have ink: the first row mostly decides
            rows = (row * stride for row in (*range(middle, bottom), *range(top, middle)))
            if _is_even(bytes(pixels[row + left : row + right]) for row in rows):
                yield index
    finally:
        bitmap.close()


def _is_even(lines: Iterable[bytes]) -> bool:
    """True where no pixel is much lighter than another one; lines behind the first contrast are not read."""
    extremes = b""
    for line in lines:
        extremes = bytes((min(extremes + line), max(extremes + line)))
        if extremes[1] - extremes[0] >= _CONTRAST:
            return False
    return True


def _in_pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom inside the page; the edges of a high word are left out."""
    x0, top, x1, bottom = box
    edge = _EDGE * (bottom - top)
    return (
        max(0, int(x0 * width)),
        max(0, int((top + edge) * height)),
        min(width, int(x1 * width) + 1),
        min(height, int((bottom - edge) * height) + 1),
    )


def _has_large_picture(page: Any) -> bool:
    return sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in pictures_on(page)) >= _LARGE_PICTURE
