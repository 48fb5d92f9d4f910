"""Sizes as people read them."""

import pytest

from invoicy.documents.size_in_words import size_in_words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1023, "1023 bytes"),
        (1024, "1 kB"),
        (11_681, "11.4 kB"),
        (1_048_575, "1,024 kB"),
        (1_048_576, "1 MB"),
        (268_435_456, "256 MB"),
    ],
)
def test_a_size_is_in_the_unit_that_fits(size: int, words: str) -> None:
    assert size_in_words(size) == words
