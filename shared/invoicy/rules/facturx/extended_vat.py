"""Factur-X EXTENDED: VAT categories with logistics charges and sub-lines, with a tolerance of a cent for each part."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from invoicy.model import VatBreakdown
from invoicy.readings.reading import Severity
from invoicy.rules.en16931.totals import minus, tax_of, total
from invoicy.rules.en16931.vat import CATEGORIES, Category
from invoicy.rules.facturx.extended_lines import counts
from invoicy.rules.invoice_context import InvoiceContext, VatUse, cents
from invoicy.rules.rule import Check, Rule, Violation, violation
from invoicy.wording.values import CatalogueWord, SumWords

_UNUSED = VatUse()
_CENT = Decimal("0.01")
_NOT_SUBJECT = "O"
_STANDARD = "S"


class Parts(NamedTuple):
    """The sum for a part of the breakdown. amount: lines plus charges less allowances. number: the number of these."""

    amount: Decimal
    addends: tuple[Decimal | None, ...]

    @property
    def number(self) -> int:
        """The number of its amounts; each may have been rounded."""
        return len(self.addends)


def _parts(context: InvoiceContext, part: VatBreakdown, *, of_reason: bool) -> Parts:
    """Of the category and rate of a part of the breakdown. of_reason: lines of its exemption reason alone."""
    use = context.vat.get(part.category_code or "", _UNUSED)
    any_rate = part.category_code == _NOT_SUBJECT
    reason = (part.exemption_reason, part.exemption_reason_code)
    lines = [
        line.net_amount
        for _, line in use.lines
        if counts(line)
        and (any_rate or line.vat_rate == part.rate)
        and (not of_reason or (line.vat_exemption_reason, line.vat_exemption_reason_code) == reason)
    ]
    if of_reason and any(reason):  # the model has no reasons of allowances and charges here
        return Parts(cents(total(lines)), tuple(lines))
    allowances = [allowance.amount for _, allowance in use.allowances if any_rate or allowance.vat_rate == part.rate]
    charges = [charge.amount for _, charge in use.charges if any_rate or charge.vat_rate == part.rate]
    logistics = [
        charge.amount
        for charge in context.invoice.logistics_charges
        if charge.vat_category_code == part.category_code and (any_rate or charge.vat_rate == part.rate)
    ]
    plus = cents(total(lines)) + cents(total(charges)) + cents(total(logistics))
    addends = (*lines, *charges, *logistics, *map(minus, allowances))
    return Parts(plus - cents(total(allowances)), addends)


def _is_listed(code: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        use = context.vat.get(code, _UNUSED)
        lines = any(counts(line) for _, line in use.lines)
        logistics = any(charge.vat_category_code == code for charge in context.invoice.logistics_charges)
        used = lines or logistics or bool(use.allowances or use.charges)
        if used != bool(use.breakdown):
            fault = "unused" if use.breakdown else ""
            yield violation("/vat_breakdown", code, fault=fault, category=CatalogueWord("category", code))

    return check


def _taxable_amount(code: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for position, part in context.vat.get(code, _UNUSED).breakdown:
            if not any(_fits(part, _parts(context, part, of_reason=of_reason)) for of_reason in (True, False)):
                parts = SumWords("category", _parts(context, part, of_reason=False).addends)
                yield violation(f"/vat_breakdown/{position}/taxable_amount", part.taxable_amount, part.rate, sum=parts)

    return check


def _fits(part: VatBreakdown, parts: Parts) -> bool:
    if part.taxable_amount is None or (part.rate is None and part.category_code != _NOT_SUBJECT):
        return False
    return abs(part.taxable_amount - parts.amount) <= _CENT * parts.number


def _tax_amount(context: InvoiceContext) -> Iterator[Violation]:
    for position, part in context.vat.get(_STANDARD, _UNUSED).breakdown:
        count = max(_parts(context, part, of_reason=of_reason).number for of_reason in (True, False))
        if not _share_fits(part, count):
            expected = tax_of(part.taxable_amount, part.rate)
            yield violation(f"/vat_breakdown/{position}/tax_amount", part.tax_amount, expected=expected)


def _share_fits(part: VatBreakdown, count: int) -> bool:
    if part.taxable_amount is None or part.rate is None or part.tax_amount is None:
        return False
    return abs(part.tax_amount - cents(part.taxable_amount * part.rate / 100)) <= _CENT * count


def _rules_of(category: Category) -> Iterator[Rule]:
    what = category.full_name
    listed = f"The VAT breakdown lists VAT category {what} if it is used, and only then."
    yield Rule(
        f"BR-FXEXT-{category.prefix}-01",
        Severity.FATAL,
        ("BG-23", "BT-118"),
        listed,
        _is_listed(category.code),
        "VAT-listed",
    )
    sums = f"The taxable amount of category {what} is lines plus charges less allowances, give or take a cent for each."
    name = "BR-FXEXT-S08b" if category.prefix == "S" else f"BR-FXEXT-{category.prefix}-08b"
    yield Rule(
        name,
        Severity.FATAL,
        ("BT-116", "BT-131", "BT-92", "BT-99"),
        sums,
        _taxable_amount(category.code),
        "VAT-taxable-amount-near",
    )


RULES: tuple[Rule, ...] = (
    *(made for category in CATEGORIES for made in _rules_of(category)),
    Rule(
        "BR-FXEXT-S-09b",
        Severity.FATAL,
        ("BT-117", "BT-116", "BT-119"),
        "The VAT amount of category S (standard rate) is the rate's share, give or take a cent for each part.",
        _tax_amount,
        "VAT-tax-amount",
    ),
)
