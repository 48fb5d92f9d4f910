"""Paths and pictures are listed with their boxes, also those in form XObjects."""

import pytest
from pypdfium2 import raw

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.shapes import PdfShapes
from tests.pages.pdfs import HEIGHT, Drawing, blank, drawn, loaded, pdf_of, picture_of, text, within

SQUARE = drawn("50 700 30 20 re f")
PICTURE = picture_of(pdf_of(blank), x0=100, y0=600, width=50, height=40)


def shapes_on(*drawings: Drawing) -> list[tuple[int, Box]]:
    """The segments and the box of each shape."""
    with loaded(*drawings) as page:
        shapes = PdfShapes(raw)
        return [(shape.segments, shapes.box(shape)) for shape in shapes.on(page, matrix_of(raw, page, page.get_size()))]


def test_a_path_has_segments_and_a_box_from_the_top_left() -> None:
    ((segments, box),) = shapes_on(SQUARE)
    assert segments >= 4
    assert box == pytest.approx((50, HEIGHT - 720, 80, HEIGHT - 700), abs=0.1)


def test_a_picture_has_no_segments() -> None:
    ((segments, box),) = shapes_on(PICTURE)
    assert segments == 0
    assert box == pytest.approx((100, HEIGHT - 640, 150, HEIGHT - 600), abs=0.1)


def test_shapes_in_a_form_are_where_the_form_draws_them() -> None:
    scaled = drawn("q 0.5 0 0 0.5 10 20 cm 100 100 40 40 re f Q")
    ((_, box),) = shapes_on(within(scaled))
    assert box == pytest.approx((60, HEIGHT - 90, 80, HEIGHT - 70), abs=0.1)


def test_text_is_not_a_shape() -> None:
    assert shapes_on(text()) == []
