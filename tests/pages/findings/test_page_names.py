"""Page numbers in words."""

import pytest

from invoicy.pages.findings.page_names import pages_in_words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((2,), "page 2"),
        ((2, 5), "pages 2 and 5"),
        ((2, 4, 7, 8, 9), "pages 2, 4 and 7 to 9"),
        ((3, 4, 5), "pages 3 to 5"),
    ],
)
def test_three_pages_in_a_row_are_a_range(numbers: tuple[int, ...], words: str) -> None:
    assert pages_in_words(numbers) == words
