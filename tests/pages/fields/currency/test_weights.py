"""The weights have the names that the code uses, and a reason each."""

from pathlib import Path

import invoicy.pages.fields.currency
from invoicy import data
from invoicy.pages.fields.currency.weights import weights


def test_every_weight_is_used_in_the_code_and_has_a_reason() -> None:
    folder = Path(next(iter(invoicy.pages.fields.currency.__path__)))
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.stem != "weights")
    rows = data.rows("weights/currency.tsv")
    assert [name for name, _, reason in rows if f".{name.split('.')[1]}" not in code or len(reason) < 20] == []


def test_a_guess_is_less_certain_than_a_sign() -> None:
    scores = weights().scores
    assert scores.code_at_label > scores.sign > scores.clear_country > scores.identifier > scores.language
