"""A sentence has more words than a label and its value."""

import pytest

from invoicy.pages.layout.rows import layout_of
from invoicy.pages.layout.sentences import is_sentence
from tests.pages.typeset import page


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Please pay within fourteen days.", True),
        ("Invoice number: KT-2081", False),
        ("Total incl. VAT 20 % GBP 144.00", False),
        ("A B C with D E F", False),
    ],
)
def test_a_line_of_several_words_is_a_sentence(line: str, expected: bool) -> None:
    (segment,) = layout_of(page((50, 50, line))).segments
    assert is_sentence(segment) is expected
