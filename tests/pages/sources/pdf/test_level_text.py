"""A page is read the same if its text or the page itself is turned."""

import pytest

from invoicy import read
from invoicy.readings.reading import InvoiceReading
from tests.pages.pdfs import pdf_of, text, turned

UPRIGHT = pdf_of(text())


def _only(content: bytes) -> InvoiceReading:
    (reading,) = read(content).invoices
    return reading


@pytest.mark.parametrize("crop", [0, 12])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_turned_page_is_read_like_an_upright_one(quarters: int, rotate: int, crop: int) -> None:
    assert _only(turned(UPRIGHT, quarters, rotate, crop)).invoice == _only(UPRIGHT).invoice


@pytest.mark.parametrize(
    ("rotate", "corner"), [(0, (1, 0)), (90, (1, 1)), (180, (0, 1)), (270, (0, 0))], ids=["0", "90", "180", "270"]
)
def test_evidence_has_its_box_on_the_page_as_shown(rotate: int, corner: tuple[int, int]) -> None:
    """The number is printed in the top right corner of the upright page."""
    x0, top, x1, bottom = _only(turned(UPRIGHT, 0, rotate)).evidence["/number"].box
    assert (round((x0 + x1) / 2), round((top + bottom) / 2)) == corner


@pytest.mark.parametrize("rotate", [0, 90, 180])
def test_a_font_of_negative_size_does_not_turn_the_page(rotate: int) -> None:
    negative = turned(pdf_of(text(size=-10)), 0, rotate)
    assert _only(negative).invoice == _only(UPRIGHT).invoice
