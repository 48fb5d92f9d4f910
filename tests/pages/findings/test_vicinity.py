"""Places of values in words."""

import pytest

from invoicy.pages.findings.vicinity import neighbour_of, place_of
from invoicy.pages.sources.page import Box, Word
from tests.pages.typeset import typeset


@pytest.mark.parametrize(
    ("box", "place"),
    [
        ((0.7, 0.1, 0.9, 0.12), "page 2, top right"),
        ((0.4, 0.5, 0.6, 0.52), "page 2, centre"),
        ((0.4, 0.1, 0.6, 0.12), "page 2, top centre"),
        ((0.1, 0.5, 0.2, 0.52), "page 2, middle left"),
        ((0.1, 0.9, 0.2, 0.92), "page 2, bottom left"),
    ],
)
def test_a_box_is_in_a_third_across_and_down(box: Box, place: str) -> None:
    assert place_of(2, box) == place


def neighbour(value: str, *lines: tuple[float, float, str]) -> str:
    pages = typeset(*lines)
    segment = next(segment for segment in pages.segments if value in segment.text)
    words: list[Word] = [word for word in segment.words if word.text == value]
    return neighbour_of(pages, 1, words)


def test_a_value_is_beside_the_words_before_it() -> None:
    assert neighbour("A-17", (50, 50, "Invoice no: A-17")) == "beside 'Invoice no'"
    assert neighbour("A-17", (50, 50, "Invoice no"), (300, 50, "A-17")) == "beside 'Invoice no'"


def test_a_value_is_under_the_words_above_it() -> None:
    assert neighbour("A-17", (50, 50, "Invoice no"), (50, 62, "A-17")) == "under 'Invoice no'"


def test_words_far_above_sentences_and_numbers_are_not_named() -> None:
    assert neighbour("A-17", (50, 50, "Invoice no"), (50, 150, "A-17")) == ""
    assert neighbour("A-17", (50, 50, "Please quote this number always"), (50, 62, "A-17")) == ""
    assert neighbour("A-17", (50, 50, "120.00"), (50, 62, "A-17")) == ""
