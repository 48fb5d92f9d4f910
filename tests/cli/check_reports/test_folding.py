"""Text folded into lines."""

import pytest
from rich.cells import cell_len
from rich.text import Text

from invoicy.cli.check_reports.folding import folded


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in folded(Text(text), width)]


def test_words_stay_together() -> None:
    assert lines("one two three", 8) == ["one two", "three"]


def test_a_path_breaks_at_its_slashes() -> None:
    assert lines("line 9, /Invoice/cac:Party/cbc:Name", 20) == ["line 9, /Invoice/", "cac:Party/cbc:Name"]


def test_what_is_wider_than_a_line_is_cut_and_nothing_lost() -> None:
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


@pytest.mark.parametrize("text", ["", "a", "発票番号が見つかりません", "a/" * 40, "word " * 30, "/" * 50])
@pytest.mark.parametrize("width", [2, 7, 40])
def test_no_line_is_too_wide(text: str, width: int) -> None:
    folds = lines(text, width)
    assert all(cell_len(line) <= width for line in folds)
    assert "".join(folds).replace(" ", "") == text.replace(" ", "")


def test_lines_after_the_first_may_hang() -> None:
    folds = [line.plain for line in folded(Text("one two three four five"), 10, 3)]
    assert folds == ["one two", "three", "four", "five"]
