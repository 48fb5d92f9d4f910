"""What an XML syntax says about an invoice beyond the model; the official rules look at it, readers of it do not."""

from decimal import Decimal

from msgspec import Struct


class OtherTax(Struct, frozen=True):
    """A line, allowance or charge whose tax category names another tax than VAT. kind: line, allowance, charge.

    The official sums by category count it, though the model has no VAT category for it.
    """

    kind: str
    code: str
    rate: Decimal | None
    amount: Decimal | None


class Facts(Struct, frozen=True):
    """other_tax: see there; other_tax_breakdown: category codes of the same kind in the VAT breakdown.

    has_issue_date: there is an issue date, though perhaps none that can be read.
    """

    other_tax: tuple[OtherTax, ...] = ()
    other_tax_breakdown: tuple[str, ...] = ()
    has_issue_date: bool = False
