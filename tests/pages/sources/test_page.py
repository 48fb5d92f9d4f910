"""Boxes of a turned page."""

import pytest

from invoicy.pages.sources.page import Box, Word, as_shown

BOX = (0.1, 0.2, 0.3, 0.6)


@pytest.mark.parametrize(
    ("turn", "turned"),
    [(0, BOX), (1, (0.4, 0.1, 0.8, 0.3)), (2, (0.7, 0.4, 0.9, 0.8)), (3, (0.2, 0.7, 0.6, 0.9))],
)
def test_a_box_turns_with_its_page(turn: int, turned: Box) -> None:
    assert as_shown(BOX, turn) == pytest.approx(turned)


def test_the_size_of_a_word_is_its_height() -> None:
    assert Word("A", 10, 20, 30, 32).size == 12
