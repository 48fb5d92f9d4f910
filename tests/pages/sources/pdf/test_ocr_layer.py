"""Invisible text on a picture of the page, and text under it, come from OCR."""

import pytest

from invoicy.pages.sources.pdf.ocr_layer import is_ocr_layer
from invoicy.pages.sources.pdf.pictures import pictures_on
from tests.pages.pdfs import Drawing, loaded, pdf_of, picture_of, text

SCAN = picture_of(pdf_of(text()))
LOGO = picture_of(pdf_of(text()), width=100, height=100)
INVISIBLE = text(mode=3)


@pytest.mark.parametrize(
    ("drawings", "expected"),
    [
        pytest.param((SCAN, INVISIBLE), True, id="invisible over a scan"),
        pytest.param((text(), SCAN), True, id="under a scan"),
        pytest.param((SCAN, text()), False, id="printed over a background"),
        pytest.param((LOGO, INVISIBLE), False, id="invisible beside a logo"),
        pytest.param((SCAN, INVISIBLE, text()), False, id="half of it printed"),
        pytest.param((text(),), False, id="no picture"),
    ],
)
def test_text_is_recognised_by_a_program_if_a_scan_hides_most_of_it(
    drawings: tuple[Drawing, ...], expected: bool
) -> None:
    with loaded(*drawings) as page:
        assert is_ocr_layer(page, pictures_on(page)) is expected
