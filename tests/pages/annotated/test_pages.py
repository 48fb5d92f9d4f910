"""Pages know the segments beside and below a segment, and their amounts and dates."""

from decimal import Decimal

import pytest

from invoicy.pages.annotated.pages import annotate_pages
from tests.pages.typeset import page, typeset


def test_segments_right_and_left_are_those_of_the_row() -> None:
    pages = typeset((50, 50, "a"), (150, 50, "b"), (250, 50, "c"))
    left, middle, right = pages.segments
    assert pages.right_of(left) == (middle, right)
    assert pages.left_of(right) == middle
    assert pages.left_of(left) is None


def test_a_segment_at_about_the_same_height_is_beside_another() -> None:
    pages = typeset((50, 50, "Customer"), (150, 54, "4711"))
    label, value = pages.segments
    assert label.row != value.row
    assert pages.right_of(label) == (value,)
    assert pages.left_of(value) == label


def test_segments_below_overlap_and_are_within_reach() -> None:
    pages = typeset((50, 50, "head"), (50, 70, "near"), (300, 70, "beside"), (50, 120, "far"))
    head = next(pages.segments)
    assert [segment.text for segment in pages.below(head, head.x0, head.x1, reach=30)] == ["near"]
    assert [segment.text for segment in pages.below(head, head.x0, head.x1, reach=99)] == ["near", "far"]


def test_a_date_is_not_an_amount() -> None:
    pages = typeset((50, 50, "12.05.2026"), (50, 70, "1,250.00"))
    date, amount = pages.segments
    assert (len(pages.dates_of(date)), pages.amounts_of(date)) == (1, ())
    assert [each.value(pages.decimal_mark) for each in pages.amounts_of(amount)] == [Decimal("1250.00")]


def test_the_decimal_mark_follows_from_all_pages() -> None:
    first, second = page((50, 50, "1.250")), page((50, 50, "17,50"), number=2)
    assert annotate_pages((first, second)).decimal_mark == ","


def test_a_page_number_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(LookupError):
        typeset((50, 50, "a")).layout(2)
