"""Facts of an XML that the model has no place for: only the official rules need them."""

from decimal import Decimal

from msgspec import Struct


class OtherTax(Struct, frozen=True):
    """A tax category of another tax than VAT, or (in CII) without a named tax.

    The official sums and counts by category include it, though the model has no place for it. kind: line, allowance,
    charge or breakdown; "neither" for a group that is not marked as allowance or charge (it may be of VAT; "neither of
    VAT" if UBL names another tax or no tax); "further" for a category of VAT after the first one in its part of the
    breakdown. amount: the amount it applies to, in the breakdown the tax amount. taxable, has_reason: of the breakdown.
    """

    kind: str
    code: str
    rate: Decimal | None
    amount: Decimal | None
    taxable: Decimal | None = None
    has_reason: bool = False


class VatTotal(Struct, frozen=True):
    """One of several VAT totals with a breakdown; a valid invoice has only one. parts: the sum of its tax amounts."""

    amount: Decimal | None
    parts: Decimal


class SyntaxFacts(Struct, frozen=True):
    """The facts of one invoice. unnamed: JSON Pointers of groups whose category does not name its tax; VAT is assumed.

    unreadable, empty: business terms whose text is not a value of their type, or is empty. is_credit_note: the root
    element is a credit note's. has_payment_means, has_totals: the group is present, even if empty.
    vat_total_is_in_other_currency: its currency is missing or not the invoice's.
    """

    other_tax: tuple[OtherTax, ...] = ()
    unnamed: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    is_credit_note: bool | None = None
    has_payment_means: bool | None = None
    has_totals: bool | None = None
    vat_totals: tuple[VatTotal, ...] = ()
    vat_total_is_in_other_currency: bool = False

    def codes_in_breakdown(self) -> list[str]:
        """Return the category codes of other taxes in the VAT breakdown."""
        return [other.code for other in self.other_tax if other.kind == "breakdown"]
