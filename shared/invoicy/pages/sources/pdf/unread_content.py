"""Content of a page that is not text: a scan, a photograph, letters drawn as shapes."""

from __future__ import annotations

from typing import Any

from invoicy.pages.sources.page import Box, UnreadContent
from invoicy.pages.sources.pdf.boxes import area
from invoicy.pages.sources.pdf.ink import Cell, InkGrid, ink_on

# Share of the cells with ink: a bank slip on a scan of A4.
_MIN_CONTENT_INK = 0.025
# Share of the cells with ink: a logo.
_MIN_LOGO_INK = 0.003
# Share of the rows with ink: a logo, or bars at the edges of a blank page, have fewer.
_MIN_ROWS = 0.15
# Share of the ink that is in pictures: a letterhead with a large logo has less. Set by hand.
_MIN_PICTURE_INK = 0.45
# Share of the ink that is in pictures: a scan with a printed stamp has more. Set by hand.
_NEARLY_ALL_INK = 0.85
# Share of the cells with ink of pictures that makes them a part of the page beside good words. Set by hand.
_PICTURE_ON_PAGE = 0.1
# The same for pictures without any word on them, which are not backgrounds. Set by hand.
_BARE_PICTURE_ON_PAGE = 0.05
# Share of a picture's cells with words that leaves it bare: words beside it touch the cells at its edges.
_MAX_WORDS_ON_PICTURE = 0.05
# Share of the page that pictures cover together before the page is drawn to look at them: a logo covers less.
_MIN_LARGE_AREA = 0.25


def unread_on(page: Any, words: list[Box], pictures: list[Box], *, needs_ocr: bool) -> UnreadContent:
    """Classify the content of a pypdfium2 page besides its words.

    words, pictures: boxes in shares of the page as shown. needs_ocr: the words cannot be relied on; of a page with
    reliable words only large pictures count.
    """
    if not needs_ocr and sum(map(area, pictures)) < _MIN_LARGE_AREA:
        return UnreadContent.NOTHING
    grid = ink_on(page)
    bare = grid.inked - grid.touched_by(words)
    pictured = bare & grid.touched_by(pictures)
    if not needs_ocr:
        return _beside_text(grid, pictured, pictured & _bare_pictures(grid, words, pictures))
    if not _is_much(grid, bare):
        return UnreadContent.LITTLE if len(bare) >= _MIN_LOGO_INK * grid.size else UnreadContent.NOTHING
    return UnreadContent.PICTURE if len(pictured) >= _MIN_PICTURE_INK * len(bare) else UnreadContent.SHAPES


def _is_much(grid: InkGrid, bare: set[Cell]) -> bool:
    """Test for much ink in many rows. A logo or bars have few rows, a line down the margin has few cells."""
    rows = {row for _, row in bare}
    return len(bare) >= _MIN_CONTENT_INK * grid.size and len(rows) >= _MIN_ROWS * grid.rows


def _beside_text(grid: InkGrid, pictured: set[Cell], bare_pictured: set[Cell]) -> UnreadContent:
    """Classify pictures beside reliable words: a letterhead has little of the ink, a scan with a stamp nearly all.

    pictured: cells with ink of pictures. bare_pictured: those of pictures without words on them.
    """
    pictured_ink = len(pictured)
    if pictured_ink >= _MIN_CONTENT_INK * grid.size and pictured_ink >= _NEARLY_ALL_INK * len(grid.inked):
        return UnreadContent.PICTURE
    is_part = len(bare_pictured) >= _BARE_PICTURE_ON_PAGE * grid.size or pictured_ink >= max(
        _PICTURE_ON_PAGE * grid.size, _MIN_PICTURE_INK * len(grid.inked)
    )
    return UnreadContent.PART if is_part else UnreadContent.NOTHING


def _bare_pictures(grid: InkGrid, words: list[Box], pictures: list[Box]) -> set[Cell]:
    """Return the cells of the pictures that hardly any word is printed on."""
    printed = grid.touched_by(words)
    areas = [grid.touched_by([picture]) for picture in pictures]
    return {cell for cells in areas if len(cells & printed) <= _MAX_WORDS_ON_PICTURE * len(cells) for cell in cells}
