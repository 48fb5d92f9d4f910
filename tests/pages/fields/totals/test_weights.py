"""The weights have the names that the code uses, and a reason each."""

import re
from pathlib import Path

import pytest

import invoicy.pages.fields.totals
from invoicy import data
from invoicy.pages.fields.totals.weights import weights


def test_every_weight_is_used_in_the_code() -> None:
    folder = Path(next(iter(invoicy.pages.fields.totals.__path__)))
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.stem != "weights")
    unused = [
        name for name, _, _ in data.rows("weights/totals.tsv") if not re.search(rf"\.{name.split('.')[1]}\b", code)
    ]
    assert unused == []


def test_every_weight_has_a_reason() -> None:
    assert [name for name, _, reason in data.rows("weights/totals.tsv") if len(reason) < 20] == []


@pytest.mark.parametrize("name", ["alone", "last", "first", "amid"])
def test_a_label_counts_at_most_in_full(name: str) -> None:
    assert 0 < getattr(weights().labels, name) <= 1
