"""Places of user space are places on the page as shown, however it is rotated and cropped."""

import pypdfium2
import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.coordinates import matrix_of, transformed, turned_back
from tests.pages.pdfs import HEIGHT, WIDTH, blank, pdf_of, turned

UPPER_LEFT = (0, HEIGHT)


@pytest.mark.parametrize(
    ("rotate", "expected"), [(0, (0, 0)), (90, (HEIGHT, 0)), (180, (WIDTH, HEIGHT)), (270, (0, WIDTH))]
)
def test_the_upper_left_corner_moves_with_the_rotation_of_the_page(rotate: int, expected: tuple[int, int]) -> None:
    with pypdfium2.PdfDocument(turned(pdf_of(blank), 0, rotate)) as pdf:
        page = pdf[0]
        assert transformed(matrix_of(raw, page, page.get_size()), *UPPER_LEFT) == pytest.approx(expected, abs=0.02)


def test_a_cropped_page_begins_at_its_crop_box() -> None:
    with pypdfium2.PdfDocument(turned(pdf_of(blank), 0, crop=12)) as pdf:
        page = pdf[0]
        assert transformed(matrix_of(raw, page, page.get_size()), 12, HEIGHT - 12) == pytest.approx((0, 0), abs=0.02)


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_page_turned_back_has_its_upper_left_corner_where_level_text_begins(turn: int) -> None:
    page_matrix = (1.0, 0.0, 0.0, -1.0, 0.0, float(HEIGHT))
    first_letter = {0: (0, HEIGHT), 1: (WIDTH, HEIGHT), 2: (WIDTH, 0), 3: (0, 0)}[turn]
    matrix, size = turned_back(page_matrix, (WIDTH, HEIGHT), turn)
    assert transformed(matrix, *first_letter) == (0, 0)
    assert size == ((HEIGHT, WIDTH) if turn % 2 else (WIDTH, HEIGHT))


def test_a_point_is_scaled_and_moved() -> None:
    assert transformed((2, 0, 0, 3, 10, 20), 1, 1) == (12, 23)
