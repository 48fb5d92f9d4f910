"""Pages with rotated text, and pages with form fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.documents.document import Document
from invoicy.drawing.document import plans_of
from invoicy.drawing.upright import rendered, upright
from invoicy.extraction import read_with_pdfs
from invoicy.pages.sources.page import as_shown
from tests.pages.pdfs import both, pdf_of, text, turned, typed

_share = st.integers(0, 64).map(lambda share: share / 64)


@given(st.tuples(_share, _share, _share, _share), st.integers(0, 3))
def test_a_box_goes_back_to_where_it_was(box: tuple[float, float, float, float], turn: int) -> None:
    assert upright(as_shown(box, turn), turn) == box


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_drawn_as_the_page_that_lies_right(rotate: int) -> None:
    document = Document.of(turned(pdf_of(text()), 0, rotate), "turned.pdf")
    level = Document.of(pdf_of(text()), "level.pdf")
    (plan,), (expected,) = (plans_of(*read_with_pdfs(each)) for each in (document, level))
    assert plan.page == expected.page
    assert [placed.label.lines for placed in plan.labels] == [placed.label.lines for placed in expected.labels]
    for placed, other in zip(plan.labels, expected.labels, strict=True):
        assert placed.label.frames[0] == pytest.approx(other.label.frames[0], abs=1.0)


def test_a_field_that_the_viewer_draws_is_in_the_picture_of_the_page() -> None:
    field = typed(440, 80, "KT-2081", is_drawn=False)
    empty, filled = (rendered(pdf_of(page), 1, 0) for page in (text(), both(text(), field)))
    assert empty.tobytes() != filled.tobytes()
