"""Numbers and references that differ only in white space and case."""

import pytest

from invoicy.wording.comparison import compact


@pytest.mark.parametrize("other", ["re 2026-1", "RE2026-1", " RE 2026-1\n", "RE\u00a02026-1"])
def test_white_space_and_case_do_not_matter(other: str) -> None:
    assert compact(other) == compact("RE 2026-1")


@pytest.mark.parametrize("other", ["RE 2026/1", "RE 20261", "RE 202-61"])
def test_punctuation_matters(other: str) -> None:
    assert compact(other) != compact("RE 2026-1")
