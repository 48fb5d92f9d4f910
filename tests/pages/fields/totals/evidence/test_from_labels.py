"""Labels support the amounts after them."""

from invoicy.pages.fields.totals.evidence.from_labels import support_from_labels
from tests.pages.fields.totals.amounts import Line, candidates_of, column
from tests.pages.typeset import typeset


def scores(role: str, *lines: Line) -> dict[str, float]:
    """The amounts on a page with the evidence of its labels for a role."""
    page = typeset((50.0, 50.0, "Invoice No: 17"), *lines)
    candidates, _ = candidates_of(page)
    support_from_labels(page, candidates)
    return {str(candidate.value): candidate.score(role) for candidate in candidates.all() if candidate.score(role)}


def test_a_label_supports_the_amount_beside_it() -> None:
    assert scores("net", *column(("Net total", "100.00"), ("Oak board", "70.00"))) == {"100.00": 1.0}


def test_the_last_of_several_amounts_is_likeliest() -> None:
    score_of = scores("tax", (50, 400, "VAT on"), (150, 400, "100.00"), (300, 400, "20.00"))
    assert score_of["20.00"] > score_of["100.00"] > 0


def test_a_label_ends_where_the_next_one_begins() -> None:
    line = ((50.0, 400.0, "Net"), (150.0, 400.0, "100.00"), (250.0, 400.0, "VAT"), (350.0, 400.0, "20.00"))
    assert set(scores("net", *line)) == {"100.00"}
    assert set(scores("tax", *line)) == {"20.00"}


def test_words_between_label_and_amount_weaken_it_but_not_a_currency() -> None:
    near = scores("gross", (50, 400, "Total EUR 120.00"))["120.00"]
    far = scores("gross", (50, 400, "Total of the oak boards 120.00"))["120.00"]
    assert near == 1.0
    assert far < near


def test_a_count_beside_money_is_weaker_than_the_money() -> None:
    score_of = scores("gross", (50, 400, "Total"), (200, 400, "3"), (300, 400, "120.00"))
    assert score_of["120.00"] > score_of["3"]


def test_a_label_amid_a_sentence_supports_nothing() -> None:
    text = "We thank you very much for your order and hope that the total EUR 120.00 suits you"
    assert scores("gross", (50, 400, text)) == {}


def test_a_label_over_amounts_heads_a_column() -> None:
    lines = ((300.0, 400.0, "Net"), (400.0, 400.0, "VAT"), (300.0, 415.0, "100.00"), (400.0, 415.0, "20.00"))
    assert set(scores("net", *lines)) == {"100.00"}
