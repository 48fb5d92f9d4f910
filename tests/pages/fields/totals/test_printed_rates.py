"""The numbers on a page that may be VAT rates."""

from decimal import Decimal

from invoicy.pages.fields.totals.printed_rates import printed_rates
from tests.pages.typeset import typeset


def test_percentages_and_small_numbers_may_be_rates() -> None:
    page = typeset((50, 50, "VAT 8,25 %"), (50, 64, "Rate 20,00"), (50, 78, "Total 120,00"))
    assert printed_rates(page) == {Decimal("8.25"), Decimal(20)}


def test_a_price_with_four_places_is_no_rate() -> None:
    assert printed_rates(typeset((50, 50, "Unit price 0,8403"), (50, 64, "Total 12,00"))) == {Decimal(12)}
