"""A grid over a page: the cells with ink in them, and the cells that boxes touch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from invoicy.pages.sources.page import Box

# Cells across the page: 12 points a cell on A4, about a line of print.
COLUMNS = 48
# Bounds the time for a page as long as a till roll.
_MAX_ROWS = 4 * COLUMNS
# Pixels a side of a cell: fewer are faster, but letters of 8 points turn grey.
_CELL_PIXELS = 6
# Shades, of 255, between light and dark in a cell with ink: more than in a grey background, less than in thin letters.
_CONTRAST = 48

Cell = tuple[int, int]
"""Column and row."""


class InkGrid(NamedTuple):
    """The cells of a page in which light and dark meet, and the number of rows. There are COLUMNS columns."""

    inked: set[Cell]
    rows: int

    @property
    def size(self) -> int:
        """Number of cells."""
        return COLUMNS * self.rows

    def touched_by(self, boxes: list[Box]) -> set[Cell]:
        """Return the cells that boxes touch. boxes: in shares of the page."""
        return {
            (column, row)
            for x0, top, x1, bottom in boxes
            for column in range(int(x0 * COLUMNS), int(x1 * COLUMNS) + 1)
            for row in range(int(top * self.rows), int(bottom * self.rows) + 1)
        }


def ink_on(page: Any) -> InkGrid:
    """Draw a pypdfium2 page small and grey, and return its grid; without ink if PDFium cannot draw it."""
    width, height = page.get_size()
    rows = max(1, min(_MAX_ROWS, round(COLUMNS * height / width)))
    try:
        scale = _CELL_PIXELS * min(COLUMNS / width, _MAX_ROWS / height)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return InkGrid(set(), rows)
    try:
        lines = [bytes(line)[: bitmap.width] for line in _lines(bitmap)]
    finally:
        bitmap.close()
    bands = (lines[row * len(lines) // rows : (row + 1) * len(lines) // rows] for row in range(rows))
    return InkGrid({(column, row) for row, band in enumerate(bands) for column in _inked_columns(band)}, rows)


def _lines(bitmap: Any) -> Iterator[memoryview]:
    pixels = memoryview(bitmap.buffer).cast("B")
    return (pixels[start : start + bitmap.stride] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride))


def _inked_columns(band: list[bytes]) -> Iterator[int]:
    for column in range(COLUMNS):
        cell = b"".join(line[column * len(line) // COLUMNS : (column + 1) * len(line) // COLUMNS] for line in band)
        if cell and max(cell) - min(cell) >= _CONTRAST:
            yield column
