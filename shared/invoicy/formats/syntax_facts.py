"""Facts of an XML that the model has no place for; the official rules look at them, readers of an invoice do not."""

from decimal import Decimal

from msgspec import Struct


class OtherTax(Struct, frozen=True):
    """A tax category of another tax than VAT, or (in CII) of none that is named.

    kind: line, allowance, charge or breakdown; "neither" for what does not say whether it is an allowance or a charge
    (then it may well be VAT; "neither of VAT" where UBL names another tax or none); "further" for a category of VAT
    beyond the first one in its part of the breakdown. amount: what it is of; in the breakdown the tax amount. taxable,
    has_reason: of the breakdown. The official sums and counts by category take it in, though the model has no place
    for it.
    """

    kind: str
    code: str
    rate: Decimal | None
    amount: Decimal | None
    taxable: Decimal | None = None
    has_reason: bool = False


class VatTotal(Struct, frozen=True):
    """One of several VAT totals with a breakdown, which a sound invoice has but one of. parts: its tax amounts' sum."""

    amount: Decimal | None
    parts: Decimal


class SyntaxFacts(Struct, frozen=True):
    """other_tax: see there. unnamed: JSON Pointers of groups whose category does not name its tax; we take it for VAT.

    unreadable, empty: business terms that are there, but with a text that is no value of their type, or with none.
    is_credit_note: the syntax has a document of its own for them. has_payment_means, has_totals: the group is there,
    even if empty.
    vat_total_is_in_other_currency: than the invoice's, or in none that is named.
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
        """Category codes of another tax in the VAT breakdown."""
        return [other.code for other in self.other_tax if other.kind == "breakdown"]
