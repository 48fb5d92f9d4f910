"""What an XML syntax says about an invoice beyond the model; the official rules look at it, readers of it do not."""

from decimal import Decimal

from msgspec import Struct


class Untaxed(Struct, frozen=True):
    """A line, allowance or charge whose tax category names another tax than VAT. kind: line, allowance, charge."""

    kind: str
    code: str
    rate: Decimal | None
    amount: Decimal | None


class Facts(Struct, frozen=True):
    """untaxed: categories of another tax than VAT, and their amounts. breakdown: the same in the VAT breakdown."""

    untaxed: tuple[Untaxed, ...] = ()
    breakdown: tuple[str, ...] = ()
