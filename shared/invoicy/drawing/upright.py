"""Pages turned so that their text is upright, and boxes turned with them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from invoicy.documents.pdfium import open_pdf
from invoicy.pages.sources.page import Box, as_shown
from invoicy.pages.sources.pdf.annotations import load_page

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALE = 2.0
_MIN_WIDTH, _MAX_PIXELS = 900, 6_000_000
_QUARTERS = 4


def rendered(content: bytes, number: int, turn: int) -> Image:
    """Render a page at 144 pixels per inch; a small page at more, a very large one at less.

    turn: direction of its text in clockwise quarter turns. Raises UnreadableDocumentError for a broken page.
    """
    with open_pdf(content) as pdf:
        page = load_page(pdf, number - 1)
        width, height = page.get_size()
        scale = min(max(_SCALE, _MIN_WIDTH / width), math.sqrt(_MAX_PIXELS / (width * height)))
        image: Image = page.render(scale=scale).to_pil().convert("RGB")
    return image.rotate(90 * turn, expand=True) if turn else image


def upright(box: Box, turn: int) -> Box:
    """Convert a box in shares of the page as stored into shares of the upright page."""
    return as_shown(box, (_QUARTERS - turn) % _QUARTERS)
