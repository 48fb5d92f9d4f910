"""The pictures of a page are found where the page shows them."""

import pypdfium2
import pytest

from invoicy.pages.sources.pdf.pictures import pictures_on
from tests.pages.pdfs import HEIGHT, WIDTH, blank, both, drawn, loaded, pdf_of, picture_of, turned, within

PICTURE = picture_of(pdf_of(blank), x0=0, y0=HEIGHT / 2, width=WIDTH / 2, height=HEIGHT / 4)
SHARES = (0, 0.25, 0.5, 0.5)


def test_a_picture_is_a_box_in_shares_of_the_page() -> None:
    with loaded(PICTURE) as page:
        assert pictures_on(page) == [pytest.approx(SHARES, abs=0.01)]


def test_a_picture_in_a_form_counts() -> None:
    with loaded(within(PICTURE)) as page:
        assert pictures_on(page) == [pytest.approx(SHARES, abs=0.01)]


def test_a_drawing_is_not_a_picture() -> None:
    with loaded(drawn("0 0 300 300 re f")) as page:
        assert pictures_on(page) == []


def test_a_picture_beyond_the_edge_is_cut_off_there() -> None:
    beyond = picture_of(pdf_of(blank), x0=-100, y0=-100, width=WIDTH + 200, height=HEIGHT + 200)
    with loaded(beyond) as page:
        assert pictures_on(page) == [(0, 0, 1, 1)]


def test_a_picture_on_a_rotated_page_is_where_the_page_shows_it() -> None:
    with pypdfium2.PdfDocument(turned(pdf_of(both(PICTURE)), 0, rotate=90)) as pdf:
        assert pictures_on(pdf[0]) == [pytest.approx((0.5, 0, 0.75, 0.5), abs=0.01)]
