"""The tolerance within which amounts add up."""

from decimal import Decimal

# Each printed amount is rounded to the cent, so a sum of two may differ by one from the printed total.
CENT = Decimal("0.01")

# In some currencies: amounts due are rounded to it, and installments may differ by it.
SMALLEST_COIN = Decimal("0.05")


def adds_up(left: Decimal, right: Decimal) -> bool:
    """Test whether two amounts are equal to the cent."""
    return abs(left - right) <= CENT
