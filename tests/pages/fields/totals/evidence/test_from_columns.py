"""Heads of columns support the amounts under them."""

from invoicy.pages.fields.totals.evidence.from_columns import support_from_column
from tests.pages.fields.totals.amounts import Line, candidates_of
from tests.pages.typeset import typeset


def scores(role: str, *lines: Line) -> dict[str, float]:
    """The amounts on a page with the evidence for a role of the labels that name it."""
    page = typeset((50.0, 50.0, "Invoice No: 17"), *lines)
    candidates, _ = candidates_of(page)
    for label, _ in page.labels.named(role):
        support_from_column(page, candidates, label)
    return {str(candidate.value): candidate.score(role) for candidate in candidates.all() if candidate.score(role)}


def test_the_last_amount_of_a_column_is_likeliest() -> None:
    score_of = scores("net", (300, 400, "Net"), (300, 415, "60.00"), (300, 430, "100.00"))
    assert score_of["100.00"] > score_of["60.00"] > 0


def test_an_amount_beside_the_column_is_not_under_its_head() -> None:
    assert set(scores("net", (300, 400, "Net"), (300, 415, "60.00"), (420, 415, "20.00"))) == {"60.00"}


def test_a_column_ends_at_a_gap() -> None:
    assert set(scores("net", (300, 400, "Net"), (300, 415, "60.00"), (300, 600, "100.00"))) == {"60.00"}


def test_heads_of_other_totals_raise_the_scores_and_those_of_items_lower_it() -> None:
    column = ((300.0, 400.0, "Net"), (300.0, 415.0, "60.00"))
    items = ((50.0, 400.0, "Description"), (200.0, 400.0, "Quantity"))
    alone, of_items = scores("net", *column)["60.00"], scores("net", *column, *items)["60.00"]
    of_totals = scores("net", *column, (400, 400, "VAT"))["60.00"]
    assert of_totals > alone > of_items


def test_a_number_among_money_is_not_an_amount_of_the_column() -> None:
    assert set(scores("net", (300, 400, "Net"), (300, 415, "60.00"), (300, 430, "17"))) == {"60.00"}
