"""Boxes are measured, joined, and expressed in shares of a page."""

import pytest

from invoicy.pages.sources.pdf.boxes import area, box_around, page_shares


def test_the_area_is_width_times_height() -> None:
    assert area((10, 20, 40, 30)) == 300


def test_the_box_around_boxes_contains_all_of_them() -> None:
    assert box_around([(10, 20, 40, 30), (5, 25, 20, 60)]) == (5, 20, 40, 60)
    with pytest.raises(ValueError, match="not enough values"):
        box_around([])


def test_a_box_is_cut_off_at_the_edges_of_the_page() -> None:
    assert page_shares((-10, 50, 100, 900), (200, 400)) == (0, 0.125, 0.5, 1)
