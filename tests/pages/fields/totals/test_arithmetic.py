"""Amounts add up to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.fields.totals.arithmetic import adds_up, is_rate_of, may_be_vat_of

RATES = frozenset({Decimal(0), Decimal(7), Decimal(20)})


@pytest.mark.parametrize(("total", "is_sum"), [("120.00", True), ("120.01", True), ("119.99", True), ("120.02", False)])
def test_a_sum_may_be_off_by_one_cent(total: str, is_sum: bool) -> None:
    assert adds_up(Decimal("120.00"), Decimal(total)) is is_sum


@given(st.decimals(1, 10**6, places=2), st.sampled_from(["7", "20"]))
def test_rounded_vat_is_a_rate_of_its_net(net: Decimal, rate: str) -> None:
    assert is_rate_of((net * Decimal(rate) / 100).quantize(Decimal("0.01")), net, RATES)


@pytest.mark.parametrize(
    ("tax", "net"), [("19.00", "100.00"), ("0.00", "100.00"), ("20.00", "0.00"), ("60.00", "100.00")]
)
def test_other_amounts_are_no_rate(tax: str, net: str) -> None:
    assert not is_rate_of(Decimal(tax), Decimal(net), RATES)


def test_vat_of_a_credit_note_may_be_negative() -> None:
    assert may_be_vat_of(Decimal(-20), Decimal(-100))
    assert not may_be_vat_of(Decimal(-50), Decimal(-100))
