"""A photograph is compressed less than a barcode."""

import random

import pikepdf
import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.photographs import is_photograph
from invoicy.pages.sources.pdf.shapes import PdfShapes
from tests.pages.pdfs import Drawing, blank, loaded, pdf_of, picture_of

SIDE = 400


def picture(pixels: bytes, **filters: pikepdf.Object) -> Drawing:
    """A grey picture of SIDE by SIDE pixels."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        image = pdf.make_stream(
            pixels,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=SIDE,
            Height=SIDE,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            **filters,
        )
        name = page.add_resource(image, pikepdf.Name.XObject)
        page.contents_add(pdf.make_stream(f"q 100 0 0 100 50 50 cm {name} Do Q".encode()))

    return draw


def is_photograph_on(drawing: Drawing) -> bool:
    with loaded(drawing) as page:
        (shape,) = PdfShapes(raw).on(page, matrix_of(raw, page, page.get_size()))
        return is_photograph(raw, shape.handle)


def test_noise_that_does_not_compress_is_a_photograph() -> None:
    assert is_photograph_on(picture(random.Random(1).randbytes(SIDE * SIDE)))  # noqa: S311  a fixed sequence, no secret


def test_black_and_white_areas_are_not_a_photograph() -> None:
    assert not is_photograph_on(picture(bytes(255 * (index // 40 % 2) for index in range(SIDE * SIDE))))


def test_a_picture_of_a_page_is_not_a_photograph() -> None:
    assert not is_photograph_on(picture_of(pdf_of(blank)))


@pytest.mark.parametrize("name", ["JPXDecode", "CCITTFaxDecode"])
def test_other_compressions_are_looked_at(name: str) -> None:
    assert not is_photograph_on(picture(b"\x00" * 50_000, Filter=pikepdf.Name(f"/{name}")))
