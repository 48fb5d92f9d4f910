"""The objects of a page come in drawing order, with boxes, colours and strokes."""

import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from tests.pages.pdfs import Drawing, drawn, loaded, text, within

LINE = text([(60.0, 400.0, "Total")])
RED = drawn("1 0 0 rg 50 430 120 20 re f")


def handles(objects: PageObjects, object_type: int) -> list[int]:
    return [handle for _, handle in objects.of_type(object_type)]


def test_objects_are_in_drawing_order() -> None:
    with loaded(LINE, RED, LINE) as page:
        objects = PageObjects(raw, page, 100)
        assert objects.types == [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT]
        assert [order for order, _ in objects.of_type(raw.FPDF_PAGEOBJ_TEXT)] == [0, 2]


def test_no_more_objects_are_read_than_the_limit() -> None:
    with loaded(LINE, RED, LINE) as page:
        assert len(PageObjects(raw, page, 2).handles) == 2


def test_a_path_has_a_box_and_a_fill_colour() -> None:
    with loaded(RED) as page:
        objects = PageObjects(raw, page, 100)
        assert objects.boxes(objects.handles) == [pytest.approx((50, 430, 170, 450), abs=0.1)]
        assert objects.fill_colours(objects.handles) == [(255, 0, 0, 255)]


@pytest.mark.parametrize(("operator", "mode"), [("f", (1, 0)), ("S", (0, 1)), ("B", (1, 1))])
def test_paths_are_filled_or_stroked_or_both(operator: str, mode: tuple[int, int]) -> None:
    with loaded(drawn(f"50 430 120 20 re {operator}")) as page:
        objects = PageObjects(raw, page, 100)
        ((fill, stroke),) = objects.draw_modes(objects.handles)
        assert (bool(fill), bool(stroke)) == tuple(map(bool, mode))


@pytest.mark.parametrize(
    ("drawing", "width"),
    [(drawn("3 w 0 0 m 9 9 l S"), 3.0), (drawn("q 4 0 0 4 0 0 cm 3 w 0 0 m 9 9 l S Q"), 12.0)],
)
def test_a_stroke_is_as_wide_as_the_page_shows_it(drawing: Drawing, width: float) -> None:
    with loaded(drawing) as page:
        objects = PageObjects(raw, page, 100)
        assert objects.stroke_widths(objects.handles) == [pytest.approx(width)]


def test_the_objects_of_a_form_are_listed_by_themselves() -> None:
    with loaded(within(LINE)) as page:
        objects = PageObjects(raw, page, 100)
        (form,) = handles(objects, raw.FPDF_PAGEOBJ_FORM)
        assert objects.results(raw.FPDFPageObj_GetType, objects.in_form(form)) == [raw.FPDF_PAGEOBJ_TEXT]


def test_an_inactive_object_is_not_rendered() -> None:
    with loaded(RED) as page:
        objects = PageObjects(raw, page, 100)
        objects.set_active(objects.handles, active=False)
        assert min(bytes(page.render(scale=0.2, grayscale=True).buffer)) == 255
        objects.set_active(objects.handles, active=True)
        assert min(bytes(page.render(scale=0.2, grayscale=True).buffer)) < 255
