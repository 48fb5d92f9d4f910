"""Things that a page shows and that are no text: a scan, a photograph, letters drawn as shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from invoicy.pages.sources.page import Box, UnreadContent
from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.shapes import PdfShapes

_ACROSS = 48


_MOST_ROWS = 4 * _ACROSS


_CELL = 6


_CONTRAST = 48


_MUCH, _LITTLE = 0.025, 0.003  # of the page: a bank slip on a scan of A4, a logo


_MANY_ROWS = 0.15


_PART, _ALONE, _HARDLY = 0.1, 0.05, 0.05


_MOSTLY, _ALMOST_ALL = 0.45, 0.85


_LARGE_PICTURE = 0.25


Cell = tuple[int, int]


def unread_on(page: Any, words: list[Box], pictures: list[Box], *, needs_ocr: bool) -> UnreadContent:
    """The kind of what a pypdfium2 page shows where no word is. words, pictures: boxes in shares of the page as shown.

    needs_ocr: the words cannot be relied on. A page of good words is asked for large pictures only.
    """
    if not needs_ocr and _area(pictures) < _LARGE_PICTURE:
        return UnreadContent.NOTHING
    inked, rows = _inked(page)
    bare = inked - _covered(words, rows)
    pictured = bare & _covered(pictures, rows)
    if not needs_ocr:
        alone = pictured & _without(words, pictures, rows)
        return _beside_text(len(pictured), len(inked), len(alone), _ACROSS * rows)
    if not _is_much(bare, rows):
        return UnreadContent.LITTLE if len(bare) >= _LITTLE * _ACROSS * rows else UnreadContent.NOTHING
    return UnreadContent.PICTURE if len(pictured) >= _MOSTLY * len(bare) else UnreadContent.SHAPES


def _is_much(bare: set[Cell], rows: int) -> bool:
    """A logo takes few rows, and so do the bars over and under a blank page; a line down its margin takes few cells."""
    return len(bare) >= _MUCH * _ACROSS * rows and len({row for _, row in bare}) >= _MANY_ROWS * rows


def _beside_text(pictured: int, inked: int, alone: int, cells: int) -> UnreadContent:
    """A letterhead under the text has little ink of its own; a scan with a stamp has nearly all of it.

    alone: cells with ink of pictures that no text is printed on.
    """
    if pictured >= _MUCH * cells and pictured >= _ALMOST_ALL * inked:
        return UnreadContent.PICTURE
    is_part = alone >= _ALONE * cells or pictured >= max(_PART * cells, _MOSTLY * inked)
    return UnreadContent.PART if is_part else UnreadContent.NOTHING


def _without(words: list[Box], pictures: list[Box], rows: int) -> set[Cell]:
    """The cells of the pictures that hardly a word is printed on."""
    printed = _covered(words, rows)
    areas = [_covered([picture], rows) for picture in pictures]
    return {cell for area in areas if len(area & printed) <= _HARDLY * len(area) for cell in area}


def pictures_on(page: Any) -> list[Box]:
    """The boxes of the pictures on a page, in shares of the page as shown."""
    from pypdfium2 import raw

    size = page.get_size()
    ask = PdfShapes(raw)
    boxes = (ask.box(shape) for shape in ask.on(page, matrix_of(raw, page, size)) if not shape.strokes)
    return [
        (_share(x0 / size[0]), _share(y0 / size[1]), _share(x1 / size[0]), _share(y1 / size[1]))
        for x0, y0, x1, y1 in boxes
    ]


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _area(boxes: list[Box]) -> float:
    return sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in boxes)


def _inked(page: Any) -> tuple[set[Cell], int]:
    """The cells of a grid over the page in which light and dark meet, and how many rows the grid has."""
    width, height = page.get_size()
    rows = max(1, min(_MOST_ROWS, round(_ACROSS * height / width)))
    try:
        scale = _CELL * min(_ACROSS / width, _MOST_ROWS / height)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return set(), rows
    try:
        lines = [bytes(line)[: bitmap.width] for line in _lines(bitmap)]
    finally:
        bitmap.close()
    bands = (lines[row * len(lines) // rows : (row + 1) * len(lines) // rows] for row in range(rows))
    return {(column, row) for row, band in enumerate(bands) for column in _inked_in(band)}, rows


def _lines(bitmap: Any) -> Iterator[memoryview]:
    pixels = memoryview(bitmap.buffer).cast("B")
    return (pixels[at : at + bitmap.stride] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))


def _inked_in(band: list[bytes]) -> Iterator[int]:
    for column in range(_ACROSS):
        cell = b"".join(line[column * len(line) // _ACROSS : (column + 1) * len(line) // _ACROSS] for line in band)
        if cell and max(cell) - min(cell) >= _CONTRAST:
            yield column


def _covered(boxes: list[Box], rows: int) -> set[Cell]:
    """The cells that boxes touch."""
    return {
        (column, row)
        for x0, top, x1, bottom in boxes
        for column in range(int(x0 * _ACROSS), int(x1 * _ACROSS) + 1)
        for row in range(int(top * rows), int(bottom * rows) + 1)
    }
