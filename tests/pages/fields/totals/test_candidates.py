"""The numbers on a page that are candidates for its totals."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.candidates import amount_candidates
from tests.pages.fields.totals.amounts import amounts
from tests.pages.typeset import typeset


def values(text: str) -> list[Decimal]:
    return [candidate.value for candidate in amount_candidates(typeset((50, 50, text))).all()]


def test_every_amount_of_a_line_is_a_candidate() -> None:
    assert values("Net 100.00 VAT 20.00") == [Decimal("100.00"), Decimal("20.00")]


@pytest.mark.parametrize("text", ["VAT 20 %", "Account 1234567890123", "Phone 0123456", "10115 Berlin"])
def test_rates_accounts_telephone_numbers_and_post_codes_are_not_candidates(text: str) -> None:
    assert values(text) == []


def test_brackets_mean_a_negative_amount_in_a_table_but_not_in_a_sentence() -> None:
    assert values("Discount (20.00)") == [Decimal("-20.00")]
    sentence = "In total we charge you GBP 120.00 for this work, including VAT (GBP 20.00)."
    assert values(sentence) == [Decimal("120.00"), Decimal("20.00")]


@pytest.mark.parametrize(("text", "is_money"), [("20.00", True), ("EUR 20", True), ("20", False), ("20.125", False)])
def test_money_has_two_places_or_a_currency(text: str, is_money: bool) -> None:
    (candidate,) = amount_candidates(typeset((50, 50, text))).all()
    assert candidate.is_money is is_money


def test_the_strongest_evidence_for_a_role_counts() -> None:
    (candidate,) = amounts(("20.00", {"tax": 0.5}))
    candidate.support("tax", 0.4, "weaker")
    assert (candidate.score("tax"), candidate.methods["tax"]) == (0.5, "label row tax")
    candidate.support("tax", 0.6, "stronger")
    assert (candidate.score("tax"), candidate.methods["tax"]) == (0.6, "stronger")
    assert candidate.score("net") == 0


def test_rows_are_in_the_order_of_the_page() -> None:
    page = typeset((50, 50, "Invoice"), (50, 80, "10.00"), (300, 80, "20.00"), (50, 95, "30.00"))
    rows = [[int(candidate.value) for candidate in row] for row in amount_candidates(page).rows(page)]
    assert rows == [[10, 20], [30]]
