"""The place of a value on the page as shown."""

import pytest
from msgspec import structs

from invoicy.pages.annotated.pages import annotate_pages
from invoicy.pages.page_evidence import box_as_shown, evidence_of
from tests.pages.printed_terms.printed_terms import field
from tests.pages.typeset import HEIGHT, WIDTH, page


def test_a_box_is_in_shares_of_the_page() -> None:
    pages = annotate_pages((page((10, 10, "A-17")),))
    assert box_as_shown(pages, field("A-17")) == pytest.approx(
        (10 / WIDTH, 10 / HEIGHT, 60 / WIDTH, 20 / HEIGHT), abs=1e-4
    )


def test_on_a_turned_page_the_box_is_where_people_see_it() -> None:
    turned = structs.replace(page((10, 10, "A-17")), turn=1)
    x0, top, x1, bottom = box_as_shown(annotate_pages((turned,)), field("A-17"))
    assert (x0, x1) == pytest.approx((1 - 20 / HEIGHT, 1 - 10 / HEIGHT), abs=1e-4)
    assert (top, bottom) == pytest.approx((10 / WIDTH, 60 / WIDTH), abs=1e-4)


def test_a_box_beyond_the_edge_ends_at_the_edge() -> None:
    wide = structs.replace(page((10, 10, "A-17")), width=40.0)
    assert box_as_shown(annotate_pages((wide,)), field("A-17"))[2] == 1.0


def test_a_higher_score_gives_a_higher_confidence() -> None:
    pages = annotate_pages((page((10, 10, "A-17")),))
    low, high = (evidence_of(pages, "/number", field("A-17", score=score)).confidence for score in (0.2, 0.95))
    assert 0 <= low < high <= 1
