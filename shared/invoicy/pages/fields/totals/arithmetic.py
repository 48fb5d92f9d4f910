"""The tolerance within which amounts add up."""

from decimal import Decimal

CENT = Decimal("0.01")
"""Each printed amount is rounded to the cent, so a sum of two may differ by one from the printed total."""

SMALLEST_COIN = Decimal("0.05")
"""In some currencies: amounts due are rounded to it, and installments may differ by it."""


def adds_up(left: Decimal, right: Decimal) -> bool:
    """Test whether two amounts are equal to the cent."""
    return abs(left - right) <= CENT
