"""An invoice prepared for the rules: absent groups are empty groups, VAT categories are collected once."""

from datetime import date
from decimal import ROUND_FLOOR, Decimal
from functools import cached_property

from msgspec import Struct

from invoicy.formats.syntax_facts import SyntaxFacts
from invoicy.model import (
    Allowance,
    Buyer,
    Charge,
    Delivery,
    Invoice,
    InvoiceLine,
    Payee,
    PaymentInstructions,
    ProcessControl,
    Seller,
    TaxRepresentative,
    Totals,
    VatBreakdown,
)
from invoicy.model.code_lists import codes

ZERO = Decimal(0)
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_CENTS = -2
_NOTHING = SyntaxFacts()
_ASKED_BEFORE = frozenset({"L", "M", "O"})


def cents(value: Decimal) -> Decimal:
    """Round to two decimals as XPath does: half up, also below zero."""
    if value.as_tuple().exponent >= _CENTS:  # type: ignore[operator]  # amounts are finite
        return value
    return (value * _HUNDRED + _HALF).to_integral_value(ROUND_FLOOR) / _HUNDRED


def whole(value: Decimal) -> Decimal:
    """Round to a whole number as XPath does."""
    return (value + _HALF).to_integral_value(ROUND_FLOOR)


class VatUse(Struct):
    """The groups that use one VAT category code, each with its position in the invoice."""

    lines: list[tuple[int, InvoiceLine]] = []
    allowances: list[tuple[int, Allowance]] = []
    charges: list[tuple[int, Charge]] = []
    breakdown: list[tuple[int, VatBreakdown]] = []


class CheckContext(Struct, frozen=True):
    """Facts beside the invoice: the day of the check, and your own names and VAT identifiers.

    `invoicy check` takes them as options. A stored reading never has them: it depends on the document alone.
    """

    today: date | None = None
    own_names: tuple[str, ...] = ()
    own_vat_identifiers: tuple[str, ...] = ()


_NOWHERE = CheckContext()


class InvoiceContext:
    """The invoice, the syntax of its XML ("" for a page), and facts of the XML that the model has no place for."""

    def __init__(
        self, invoice: Invoice, syntax: str = "", facts: SyntaxFacts = _NOTHING, check_context: CheckContext = _NOWHERE
    ) -> None:
        self.check_context = check_context
        self.invoice = invoice
        self.syntax = syntax
        self.facts = facts
        self.is_cii = syntax in {"cii", "zugferd1"}
        self.is_ubl = syntax == "ubl"
        self.process = invoice.process or ProcessControl()
        self.seller = invoice.seller or Seller()
        self.buyer = invoice.buyer or Buyer()
        self.payee = invoice.payee or Payee()
        self.tax_representative = invoice.tax_representative or TaxRepresentative()
        self.delivery = invoice.delivery or Delivery()
        self.payment = invoice.payment or PaymentInstructions()
        self.totals = invoice.totals or Totals()

    def has_empty(self, *terms: str) -> bool:
        """Test whether the XML has an empty element for one of the terms, which some official rules accept."""
        return not self.facts.empty.isdisjoint(terms)

    @cached_property
    def has_totals(self) -> bool:
        """Test whether the XML has the group of sums, even an empty one; True for a page."""
        if self.facts.has_totals is not None:
            return self.facts.has_totals
        return not self.syntax or self.invoice.totals is not None

    @cached_property
    def is_credit_note(self) -> bool:
        """By the kind of document, where the syntax has one of its own; by the type code otherwise."""
        if self.facts.is_credit_note is not None:
            return self.facts.is_credit_note
        return self.invoice.type_code in codes("credit_note_type")

    @cached_property
    def has_payment_means(self) -> bool:
        """Test whether the invoice has payment instructions, or its XML at least the group for them."""
        if self.facts.has_payment_means is not None:
            return self.facts.has_payment_means
        payment = self.payment
        return bool(
            payment.means_code or payment.means_text or payment.accounts or payment.card or payment.direct_debit
        )

    @cached_property
    def vat(self) -> dict[str, VatUse]:
        """Return the groups that use each VAT category code."""
        uses: dict[str, VatUse] = {}
        invoice = self.invoice
        for name, groups in (
            ("lines", invoice.lines),
            ("allowances", invoice.allowances),
            ("charges", invoice.charges),
        ):
            for position, group in enumerate(groups):
                code = group.vat_category_code  # type: ignore[attr-defined]  # all three have it
                if code is not None:
                    getattr(_use(uses, code), name).append((position, group))
        for position, part in enumerate(invoice.vat_breakdown):
            if part.category_code is not None:
                _use(uses, part.category_code).breakdown.append((position, part))
        return uses

    @cached_property
    def breakdown(self) -> list[tuple[int, VatBreakdown]]:
        """Return the parts of the VAT breakdown that the general rules test: CII's skip categories with rules of their
        own.

        That is a fault of the official set: of two rules for one element only the first one is tested.
        """
        parts = list(enumerate(self.invoice.vat_breakdown))
        if not self.is_cii:
            return parts
        unnamed = self.facts.unnamed
        return [
            (position, part)
            for position, part in parts
            if part.category_code not in _ASKED_BEFORE or f"/vat_breakdown/{position}" in unnamed
        ]


def _use(uses: dict[str, VatUse], code: str) -> VatUse:
    use = uses.get(code)
    if use is None:
        use = uses[code] = VatUse()
    return use
