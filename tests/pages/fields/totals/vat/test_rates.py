"""The numbers on a page that may be VAT rates, and VAT that is one of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.fields.totals.vat.rates import is_rate_of, may_be_vat_of, printed_rates
from tests.pages.typeset import typeset

RATES = frozenset({Decimal(0), Decimal(7), Decimal(20)})


def test_percentages_and_small_numbers_may_be_rates() -> None:
    page = typeset((50, 50, "VAT 8,25 %"), (50, 64, "Rate 20,00"), (50, 78, "Total 120,00"))
    assert printed_rates(page) == {Decimal("8.25"), Decimal(20)}


def test_a_price_with_four_places_is_not_a_rate() -> None:
    assert printed_rates(typeset((50, 50, "Unit price 0,8403"), (50, 64, "Total 12,00"))) == {Decimal(12)}


@given(st.decimals(1, 10**6, places=2), st.sampled_from(["7", "20"]))
def test_rounded_vat_is_a_rate_of_its_net(net: Decimal, rate: str) -> None:
    assert is_rate_of((net * Decimal(rate) / 100).quantize(Decimal("0.01")), net, RATES)


@pytest.mark.parametrize(
    ("tax", "net"), [("19.00", "100.00"), ("0.00", "100.00"), ("20.00", "0.00"), ("60.00", "100.00")]
)
def test_other_amounts_are_not_rates(tax: str, net: str) -> None:
    assert not is_rate_of(Decimal(tax), Decimal(net), RATES)


def test_vat_of_a_credit_note_may_be_negative() -> None:
    assert may_be_vat_of(Decimal(-20), Decimal(-100))
    assert not may_be_vat_of(Decimal(-50), Decimal(-100))
