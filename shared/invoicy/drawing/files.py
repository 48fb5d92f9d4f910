"""Drawings as files: a PNG for each sheet, or a PDF of all sheets. Each contains Invoicy's watermark."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from invoicy.documents.pdfium import new_pdf
from invoicy.documents.watermark import PDF_END, PNG_KEY, SOFTWARE

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 144
_POINTS = 72
_QUALITY = 90


def as_png(sheet: Image) -> bytes:
    """Return a sheet as PNG."""
    from PIL.PngImagePlugin import PngInfo

    watermark = PngInfo()
    watermark.add_text(PNG_KEY, SOFTWARE)
    stream = io.BytesIO()
    sheet.save(stream, "PNG", pnginfo=watermark, dpi=(_DPI, _DPI))
    return stream.getvalue()


def as_pdf(sheets: Iterable[Image]) -> bytes:
    """Return sheets as pictures on the pages of a PDF. Only one sheet is in memory at a time."""
    from pypdfium2 import PdfImage, PdfMatrix

    stream = io.BytesIO()
    with new_pdf() as pdf:
        for sheet in sheets:
            width, height = (side * _POINTS / _DPI for side in sheet.size)
            picture = PdfImage.new(pdf)
            picture.load_jpeg(_jpeg(sheet), inline=True)
            picture.set_matrix(PdfMatrix().scale(width, height))
            page = pdf.new_page(width, height)
            page.insert_obj(picture)
            page.gen_content()
        pdf.save(stream)
    return stream.getvalue() + PDF_END


def _jpeg(sheet: Image) -> io.BytesIO:
    stream = io.BytesIO()
    sheet.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
    stream.seek(0)
    return stream
