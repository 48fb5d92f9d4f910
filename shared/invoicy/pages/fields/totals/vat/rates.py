"""The printed VAT rates, and the test for VAT that is one of them."""

from collections.abc import Iterable
from decimal import Decimal

from invoicy.pages.annotated.pages import AnnotatedPages

# VAT is at most this share of the net: the highest rates are 27 % (Hungary) and 40 % (GST in India).
MAX_VAT = Decimal("0.4")

# VAT that was rounded line by line: with one cent, 127.68 at 8 % of 1,596.20 is not taken for VAT.
MAX_ROUNDING = Decimal("0.02")

# VAT rates have at most two: 8.25 %, 11.11 %. Prices of a unit have more.
_MAX_PLACES = 2


def printed_rates(pages: AnnotatedPages) -> frozenset[Decimal]:
    """Return the percentages on the pages and the numbers that may be one, in per cent."""
    return pages.once(_printed_rates)


def may_be_vat_of(tax: Decimal, net: Decimal) -> bool:
    """Test whether an amount is small enough to be the VAT on a net amount."""
    return abs(tax) <= MAX_VAT * abs(net)


def is_rate_of(tax: Decimal, net: Decimal, rates: Iterable[Decimal]) -> bool:
    """Test whether the VAT is one of the rates of the net. rates: in per cent; zero is left out."""
    if not net or not may_be_vat_of(tax, net):
        return False
    return any(rate and abs(net * rate / 100 - tax) <= MAX_ROUNDING for rate in rates)


def _printed_rates(pages: AnnotatedPages) -> frozenset[Decimal]:
    return frozenset(
        value.normalize()
        for amounts in pages.amounts.values()
        for amount in amounts
        if (value := abs(amount.value(pages.decimal_mark))) <= MAX_VAT * 100
        and (amount.percent or amount.places <= _MAX_PLACES)
    )
