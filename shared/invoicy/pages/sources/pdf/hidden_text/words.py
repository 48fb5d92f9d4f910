"""Words of a text layer that the page does not show: white on white, covered by an object, or beside the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.boxes import area
from invoicy.pages.sources.pdf.hidden_text.concealment import can_hide_text
from invoicy.pages.sources.pdf.pictures import pictures_on

# Pixels: 1.2 a point on A4. Fewer are faster, but small print turns grey.
_LONG_SIDE = 1000
# Pixels: smaller words are not judged, because their letters turn grey.
_MIN_HEIGHT = 5
# Share of a word's height at its top and bottom in which lines of a table may run.
_EDGE = 0.15
# Shades, of 255, between the lightest and the darkest pixel of a visible word: less cannot be seen.
_MIN_CONTRAST = 16
# Share of the page that pictures cover together on a page with an OCR layer.
_MIN_LARGE_AREA = 0.25
# Words without one are not judged: PDFium draws other scripts only if this machine has a font for them.
_LATIN = re.compile("[0-9A-Za-z]")

Words = Sequence[tuple[str, Box]]
"""Texts with boxes in shares of the page as shown."""


def hidden_on(page: Any, words: Words) -> frozenset[int]:
    """Return the indices of the words that are not visible on a pypdfium2 page.

    On a page with a large picture only words beside the page count: an OCR layer is not exactly over its picture.
    """
    off_page = frozenset(index for index, (_, box) in enumerate(words) if is_off_page(box))
    on_page = [(index, box) for index, (text, box) in enumerate(words) if index not in off_page and _LATIN.search(text)]
    must_draw = bool(on_page) and can_hide_text(page, [box for _, box in on_page])
    invisible = frozenset(_invisible(page, on_page)) if must_draw else frozenset[int]()
    return off_page if invisible and _has_large_picture(page) else off_page | invisible


def is_off_page(box: Box) -> bool:
    """Test for a box beside the page. box: in shares of the page."""
    x0, top, x1, bottom = box
    return x1 <= 0 or x0 >= 1 or bottom <= 0 or top >= 1


def _invisible(page: Any, words: list[tuple[int, Box]]) -> Iterator[int]:
    """Draw the page, and yield the words without contrast in their boxes."""
    try:
        bitmap = page.render(scale=_LONG_SIDE / max(page.get_size()), grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return
    try:
        pixels, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        for index, box in words:
            left, top, right, bottom = _in_pixels(box, bitmap.width, bitmap.height)
            if bottom - top < _MIN_HEIGHT or right <= left:
                continue
            middle = (top + bottom) // 2  # most letters have ink there, so that the first row is usually enough
            rows = (row * stride for row in (*range(middle, bottom), *range(top, middle)))
            if _is_even(bytes(pixels[row + left : row + right]) for row in rows):
                yield index
    finally:
        bitmap.close()


def _is_even(rows: Iterable[bytes]) -> bool:
    """Test whether all pixels have about the same shade. Reads no further than to the first contrast."""
    extremes = b""
    for row in rows:
        extremes = bytes((min(extremes + row), max(extremes + row)))
        if extremes[1] - extremes[0] >= _MIN_CONTRAST:
            return False
    return True


def _in_pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom on the page, without the upper and lower edges of the word."""
    x0, top, x1, bottom = box
    edge = _EDGE * (bottom - top)
    return (
        max(0, int(x0 * width)),
        max(0, int((top + edge) * height)),
        min(width, int(x1 * width) + 1),
        min(height, int((bottom - edge) * height) + 1),
    )


def _has_large_picture(page: Any) -> bool:
    return sum(map(area, pictures_on(page))) >= _MIN_LARGE_AREA
