"""The pictures on a PDF page."""

from __future__ import annotations

from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.boxes import page_shares
from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.shapes import PdfShapes


def pictures_on(page: Any) -> list[Box]:
    """Return the boxes of the pictures on a pypdfium2 page, in shares of the page as shown."""
    from pypdfium2 import raw

    size = page.get_size()
    shapes = PdfShapes(raw)
    pictures = [shape for shape in shapes.on(page, matrix_of(raw, page, size)) if not shape.segments]
    return [page_shares(shapes.box(picture), size) for picture in pictures]
