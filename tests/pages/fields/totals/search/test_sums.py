"""Printed VAT amounts of several rates are added."""

from decimal import Decimal

from invoicy.pages.fields.totals.search.sums import ranked_with_sums
from tests.pages.fields.totals.amounts import amounts

STRONG = {"tax": 0.9}


def values(*prints: tuple[str, dict[str, float]]) -> set[Decimal]:
    return {candidate.value for candidate in ranked_with_sums(amounts(*prints), "tax")}


def test_amounts_of_neighbouring_rows_are_added() -> None:
    candidates = amounts(("7.00", STRONG), ("38.00", STRONG))
    total = ranked_with_sums(candidates, "tax")[-1]
    assert total.value == Decimal("45.00")
    assert [part.value for part in total.parts] == [Decimal("7.00"), Decimal("38.00")]
    assert 0 < total.score("tax") < STRONG["tax"]
    assert total.words == candidates[1].words


def test_two_equal_amounts_are_added() -> None:
    assert Decimal("18.00") in values(("9.00", STRONG), ("9.00", STRONG))


def test_zero_and_weak_amounts_are_not_added() -> None:
    assert values(("7.00", STRONG), ("0.00", STRONG)) == {Decimal(7), Decimal(0)}
    assert values(("7.00", STRONG), ("38.00", {"tax": 0.2})) == {Decimal(7), Decimal(38)}


def test_at_most_four_amounts_are_added() -> None:
    candidates = amounts(*((f"{value}.00", STRONG) for value in (1, 2, 4, 8, 16)))
    assert max(len(candidate.parts) for candidate in ranked_with_sums(candidates, "tax")) == 4
