"""Scores of the chosen totals."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.printed_terms.total_amounts import total_amounts
from tests.pages.typeset import typeset


def _amounts(net: str, vat: str, gross: str) -> dict[str, tuple[Decimal, float]]:
    pages = typeset(
        (300, 400, "Net total"), (500, 400, net), (300, 415, "Total VAT"), (500, 415, vat),
        (300, 430, "Grand total"), (500, 430, gross),
    )  # fmt: skip
    return {role: (amount.value, amount.score) for role, amount in total_amounts(totals_of(pages)).items()}


def test_each_amount_has_the_role_of_its_label() -> None:
    amounts = _amounts("100.00", "20.00", "120.00")
    assert {role: value for role, (value, _) in amounts.items()} == {
        "net": Decimal("100.00"),
        "tax": Decimal("20.00"),
        "gross": Decimal("120.00"),
        "due": Decimal("120.00"),
    }


@pytest.mark.parametrize("role", ["net", "tax", "gross"])
def test_amounts_that_add_up_are_more_certain(role: str) -> None:
    adds_up, does_not = _amounts("100.00", "20.00", "120.00"), _amounts("100.00", "20.00", "125.00")
    assert adds_up[role][1] >= 0.6
    assert adds_up[role][1] > does_not[role][1]


def test_pages_without_amounts_have_no_totals() -> None:
    assert total_amounts(totals_of(typeset((50, 50, "Dear Ms Holt")))) == {}
