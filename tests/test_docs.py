"""Generated pages of docs/ are current."""

import pytest
from docs.generate import DOCS, generated


@pytest.mark.parametrize("name", list(generated()))
def test_the_page_is_current_or_make_docs_writes_it(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == generated()[name]
