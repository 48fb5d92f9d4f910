"""The tolerance within which amounts add up."""

from collections.abc import Iterable
from decimal import Decimal

CENT = Decimal("0.01")
"""Each printed amount is rounded to the cent, so a sum of two may differ by one from the printed total."""

ROUNDINGS = Decimal("0.02")
"""VAT that was rounded line by line: with one cent, 127.68 at 8 % of 1,596.20 is not taken for VAT."""

MOST_VAT = Decimal("0.4")
"""VAT is at most this share of the net: the highest rates are 27 % (Hungary) and 40 % (GST in India)."""


def adds_up(left: Decimal, right: Decimal) -> bool:
    """Return True if two amounts are equal to the cent."""
    return abs(left - right) <= CENT


def may_be_vat_of(tax: Decimal, net: Decimal) -> bool:
    """Return True if an amount is not too large to be the VAT on a net amount."""
    return abs(tax) <= MOST_VAT * abs(net)


def is_rate_of(tax: Decimal, net: Decimal, rates: Iterable[Decimal]) -> bool:
    """Return True if the VAT is one of the rates of the net. rates: in per cent; zero is left out."""
    if not net or not may_be_vat_of(tax, net):
        return False
    return any(rate and abs(net * rate / 100 - tax) <= ROUNDINGS for rate in rates)
