"""Text is unusual if it is not just filled with a colour in an ordinary font."""

import pikepdf
import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from invoicy.pages.sources.pdf.hidden_text.unusual_text import are_unusual, form_has_text
from tests.pages.pdfs import Drawing, blank, blank_font, drawn, loaded, switched_off, text, within

LINE = text([(60.0, 400.0, "Total")])


@pytest.mark.parametrize(
    ("drawings", "expected"),
    [
        pytest.param([LINE], False, id="filled"),
        pytest.param([text(colour=0.5)], False, id="grey"),
        pytest.param([text(mode=3)], True, id="invisible"),
        pytest.param([text(mode=1)], True, id="outlined"),
        pytest.param([drawn("/R0 gs", ExtGState=pikepdf.Dictionary(ca=0.5)), LINE], True, id="transparent"),
        pytest.param([switched_off(LINE)], True, id="optional content"),
        pytest.param([drawn("BT /R0 10 Tf 60 442 Td (TT) Tj ET", Font=blank_font())], True, id="a Type 3 font"),
    ],
)
def test_text_may_be_invisible(drawings: list[Drawing], expected: bool) -> None:
    with loaded(*drawings) as page:
        objects = PageObjects(raw, page, 100)
        texts = [handle for _, handle in objects.of_type(raw.FPDF_PAGEOBJ_TEXT)]
        assert are_unusual(objects, texts) is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(within(blank), False, id="an empty form"),
        pytest.param(within(drawn("0 0 9 9 re f")), False, id="a form with a path"),
        pytest.param(within(LINE), True, id="a form with text"),
        pytest.param(within(within(LINE)), True, id="a form in a form"),
    ],
)
def test_text_in_a_form_is_found(drawing: Drawing, expected: bool) -> None:
    with loaded(drawing) as page:
        objects = PageObjects(raw, page, 100)
        ((_, form),) = objects.of_type(raw.FPDF_PAGEOBJ_FORM)
        assert form_has_text(objects, form, limit=100) is expected


def test_a_form_of_very_many_objects_counts_as_one_with_text() -> None:
    with loaded(within(drawn("0 0 9 9 re f " * 5))) as page:
        objects = PageObjects(raw, page, 5)
        ((_, form),) = objects.of_type(raw.FPDF_PAGEOBJ_FORM)
        assert form_has_text(objects, form, limit=5)
