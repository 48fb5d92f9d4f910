"""Payments and earlier balances, and the amounts that they lead to."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.payment.payments import due_candidates, paid_candidates, payment_chains
from tests.pages.fields.totals.amounts import amounts

PAID, DUE, GROSS = {"paid": 0.9}, {"due": 0.9}, {"gross": 0.9}


def test_zero_a_count_and_far_more_than_the_gross_were_not_paid() -> None:
    gross, *others = amounts(("120.00", GROSS), ("20.00", PAID), ("0.00", PAID), ("17", PAID), ("500.00", PAID))
    assert [str(candidate.value) for candidate in paid_candidates(gross, others)] == ["20.00"]


def test_the_amount_that_a_payment_leaves_may_be_due_without_a_label() -> None:
    candidates = amounts(("120.00", GROSS), ("20.00", PAID), ("100.00", {}), ("90.00", {}))
    assert [str(due.value) for due in due_candidates(candidates[0], [], candidates)] == ["100.00"]


def test_one_half_of_two_installments_is_not_due() -> None:
    candidates = amounts(("985.45", GROSS), ("492.73", DUE), ("492.72", DUE))
    assert due_candidates(candidates[0], candidates[1:], candidates) == []


@pytest.mark.parametrize(
    "printed",
    [
        (("120.00", GROSS), ("20.00", PAID), ("100.00", DUE)),
        (("80.00", GROSS), ("20.00", {"earlier": 0.9}), ("100.00", DUE)),
        (("110.00", GROSS), ("30.00", PAID), ("20.00", {"earlier": 0.9}), ("100.00", DUE)),
    ],
)
def test_payments_and_balances_lead_from_a_total_to_the_amount_due(
    printed: tuple[tuple[str, dict[str, float]], ...],
) -> None:
    before, after = payment_chains(amounts(*printed))
    assert (before, after) == (frozenset({Decimal(printed[0][0])}), frozenset({Decimal("100.00")}))


def test_a_charge_is_not_a_payment() -> None:
    charge = {"paid": 0.5, "other_amount": 0.9}
    assert payment_chains(amounts(("120.00", GROSS), ("20.00", charge), ("100.00", DUE))) == (frozenset(), frozenset())
