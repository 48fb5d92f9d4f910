"""Places of a line on its page."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.fields.place_evidence import PlaceEvidence, Zone, depth, place_evidence, zone_of
from invoicy.pages.lines.table import item_rows
from tests.pages.typeset import HEIGHT, page, typeset


def kinds(pages: AnnotatedPages, text: str) -> set[PlaceEvidence]:
    segment = next(segment for segment in pages.segments if segment.text == text)
    return {kind for kind, holds in place_evidence(pages, item_rows(pages), segment, 0.3) if holds}


PAGES = typeset(
    (50, 50, "Top"),
    (50, 300, "Qty"),
    (150, 300, "Description"),
    (350, 300, "Unit price"),
    (450, 300, "Amount"),
    (50, 320, "Work"),
    (50, 600, "Slip"),
    (50, 800, "Footer"),
)


def test_the_parts_of_the_first_page_are_distinguished() -> None:
    assert kinds(PAGES, "Top") == {PlaceEvidence.HIGH}
    assert kinds(PAGES, "Slip") >= {PlaceEvidence.LOW}
    assert kinds(PAGES, "Footer") >= {PlaceEvidence.LOW, PlaceEvidence.FOOT}


def test_a_line_of_the_table_is_among_the_items() -> None:
    assert PlaceEvidence.AMONG_ITEMS in kinds(PAGES, "Work")
    assert PlaceEvidence.AMONG_ITEMS not in kinds(PAGES, "Top")


def test_the_top_of_a_later_page_is_not_high() -> None:
    pages = annotate_pages((page((50, 50, "First")), page((50, 50, "Second"), number=2)))
    assert kinds(pages, "Second") == {PlaceEvidence.LATER_PAGE}


def test_depth_is_a_share_of_the_height_of_the_page() -> None:
    pages = typeset((50, HEIGHT / 2, "Middle"))
    assert depth(pages, next(pages.segments)) == 0.5


@pytest.mark.parametrize(("top", "zone"), [(40, Zone.HEAD), (150, Zone.WINDOW), (500, Zone.MIDDLE), (800, Zone.FOOT)])
def test_a_line_is_in_the_zone_of_its_height(top: float, zone: Zone) -> None:
    pages = typeset((50, top, "Alpha Ltd"))
    assert zone_of(pages, next(pages.segments)) is zone
