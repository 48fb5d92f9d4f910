"""Words in one row are read together if the gap between them is small."""

import pytest

from invoicy.pages.layout.rows import Layout, box_of, edge_offsets, layout_of
from invoicy.pages.sources.page import PageText, Word
from tests.pages.typeset import HEIGHT, WIDTH, page, words_at


def texts(layout: Layout) -> list[list[str]]:
    return [[segment.text for segment in row] for row in layout.rows]


def of_words(*words: Word) -> Layout:
    return layout_of(PageText(1, WIDTH, HEIGHT, words))


def test_words_close_to_each_other_are_one_segment() -> None:
    assert texts(layout_of(page((50, 50, "Invoice number"), (300, 50, "KT-2081")))) == [["Invoice number", "KT-2081"]]


def test_rows_go_from_top_to_bottom_and_segments_from_left_to_right() -> None:
    layout = layout_of(page((300, 80, "d"), (50, 80, "c"), (300, 50, "b"), (50, 50, "a")))
    assert texts(layout) == [["a", "b"], ["c", "d"]]
    assert [segment.key for segment in layout.segments] == [(1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)]


def test_a_large_and_a_small_word_on_one_base_line_are_in_one_row() -> None:
    large, small = words_at(50, 50, "Total", size=20), words_at(105, 61, "EUR", size=9)
    assert texts(of_words(*large, *small)) == [["Total EUR"]]


def test_lines_of_small_print_stay_apart() -> None:
    first, second = words_at(50, 50, "Terms", size=6), words_at(50, 56.5, "apply", size=6)
    assert texts(of_words(*first, *second)) == [["Terms"], ["apply"]]


@pytest.mark.parametrize(("gap", "text"), [(2.5, "12 345,00"), (8.0, "12  345,00")])
def test_a_wide_gap_is_two_spaces_because_it_separates_amounts(gap: float, text: str) -> None:
    assert texts(of_words(Word("12", 50, 50, 60, 60), Word("345,00", 60 + gap, 50, 90 + gap, 60))) == [[text]]


def test_the_space_of_a_typewriter_font_is_one_space_though_it_is_wide() -> None:
    assert texts(of_words(Word("12", 50, 50, 62, 60), Word("345", 68, 50, 86, 60))) == [["12 345"]]


def test_a_glued_word_has_no_space_before_it() -> None:
    (segment,) = of_words(Word("Date:", 50, 50, 75, 60), Word("2026", 75, 50, 95, 60, glued=True)).segments
    assert (segment.text, segment.starts) == ("Date:2026", (0, 5))


def test_words_are_found_by_their_offset_in_the_text() -> None:
    (segment,) = layout_of(page((50, 50, "Invoice number KT-2081"))).segments
    start = segment.text.index("number")
    assert [word.text for word in segment.words_in(start, start + 6)] == ["number"]
    assert [word.text for word in segment.words_in(start + 3, len(segment.text))] == ["number", "KT-2081"]


def test_a_segment_has_the_box_and_the_size_of_its_words() -> None:
    (segment,) = of_words(*words_at(50, 50, "Total", size=12), *words_at(84, 52, "EUR", size=10)).segments
    assert (segment.x0, segment.top, segment.bottom) == (50, 50, 62)
    assert segment.x1 == box_of(segment.words)[2] == 99
    assert segment.size == 12


def test_a_page_without_words_has_no_rows() -> None:
    assert of_words().rows == ()


def offsets(upper_x0: float, lower_x0: float) -> tuple[float, float, float]:
    """Offsets of a line 50 points wide from another one 20 points wide above it."""
    upper, lower = layout_of(page((upper_x0, 50, "abcd"), (lower_x0, 62, "abcdefghij"))).segments
    return edge_offsets(upper, lower)


def test_the_offset_of_equal_left_edges_is_0() -> None:
    assert offsets(50, 50) == (0, 30, 15)


def test_the_offset_of_equal_right_edges_is_0() -> None:
    assert offsets(80, 50) == (30, 0, 15)


def test_the_offset_of_equal_centres_is_0() -> None:
    assert offsets(65, 50) == (15, 15, 0)
