"""Drawings as files."""

import io
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from invoicy.documents.watermark import is_drawing
from invoicy.drawing.files import as_pdf, as_png

SHEETS = [Image.new("RGB", (1440, 720), colour) for colour in ("white", "red")]


def test_a_png_has_the_pixels_and_the_resolution_of_the_sheet() -> None:
    with Image.open(io.BytesIO(as_png(SHEETS[1]))) as image:
        assert image.getpixel((0, 0)) == (255, 0, 0)
        assert [round(dots) for dots in image.info["dpi"]] == [144, 144]


def test_a_pdf_has_a_page_of_the_size_of_each_sheet() -> None:
    with PdfDocument(as_pdf(SHEETS)) as pdf:
        assert [pdf[number].get_size() for number in range(len(pdf))] == [(720, 360), (720, 360)]


def test_both_carry_the_watermark(tmp_path: Path) -> None:
    for name, content in (("a.png", as_png(SHEETS[0])), ("a.pdf", as_pdf(SHEETS))):
        (tmp_path / name).write_bytes(content)
        assert is_drawing(tmp_path / name)
