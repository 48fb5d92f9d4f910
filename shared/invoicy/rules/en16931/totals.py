"""EN 16931-1, 6.4: the sums of the invoice. Rounded as in the official rules: half up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import structs

from invoicy.rules.invoice_context import ZERO, InvoiceContext, cents, whole
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import SumWords, aligned


def br_12(context: InvoiceContext) -> Iterator[Violation]:
    """The totals have the sum of the lines' net amounts (BT-106)."""
    if context.has_totals and context.totals.line_net_amounts is None:
        yield violation("/totals/line_net_amounts")


def br_13(context: InvoiceContext) -> Iterator[Violation]:
    """The totals have the total without VAT (BT-109)."""
    if context.has_totals and context.totals.without_vat is None:
        yield violation("/totals/without_vat")


def br_14(context: InvoiceContext) -> Iterator[Violation]:
    """The totals have the total with VAT (BT-112)."""
    if context.has_totals and context.totals.with_vat is None:
        yield violation("/totals/with_vat")


def br_15(context: InvoiceContext) -> Iterator[Violation]:
    """The totals have the amount due for payment (BT-115)."""
    if context.has_totals and context.totals.due is None:
        yield violation("/totals/due")


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Return the sum of the amounts that are present."""
    return sum((amount for amount in amounts if amount is not None), ZERO)


def br_co_10(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of the lines (BT-106) is the sum of their net amounts (BT-131)."""
    if not context.has_totals:
        return
    lines = SumWords("lines", [line.net_amount for line in context.invoice.lines])
    yield from _differs("/totals/line_net_amounts", context.totals.line_net_amounts, cents(total(lines.addends)), lines)


def br_co_11(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of allowances (BT-107) is the sum of the document's allowances (BT-92)."""
    if not context.has_totals or (context.totals.allowances is None and not context.invoice.allowances):
        return
    allowances = SumWords("allowances", [allowance.amount for allowance in context.invoice.allowances])
    yield from _differs("/totals/allowances", context.totals.allowances, cents(total(allowances.addends)), allowances)


def br_co_12(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of charges (BT-108) is the sum of the document's charges (BT-99)."""
    if not context.has_totals or (context.totals.charges is None and not context.invoice.charges):
        return
    charges = SumWords("charges", [charge.amount for charge in context.invoice.charges])
    yield from _differs("/totals/charges", context.totals.charges, cents(total(charges.addends)), charges)


def br_co_13(context: InvoiceContext) -> Iterator[Violation]:
    """The total without VAT (BT-109) is the lines (BT-106) less allowances (BT-107) plus charges (BT-108)."""
    totals = context.totals
    if not context.has_totals:
        return
    if totals.line_net_amounts is None:
        yield violation("/totals/without_vat", totals.without_vat, fault="no-lines")
        return
    expected = totals.line_net_amounts - (totals.allowances or ZERO) + (totals.charges or ZERO)
    if context.is_cii or totals.allowances is not None or totals.charges is not None:
        expected = cents(expected)
    parts = SumWords("without-vat", [totals.line_net_amounts, minus(totals.allowances), totals.charges])
    yield from _differs("/totals/without_vat", totals.without_vat, expected, parts)


def br_co_14(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT total (BT-110) is the sum of the VAT amounts in the VAT breakdown (BT-117)."""
    breakdown = context.invoice.vat_breakdown
    if context.facts.vat_totals:
        for vat_total in context.facts.vat_totals:
            parts = SumWords("vat", [vat_total.parts])
            yield from _differs("/totals/vat", vat_total.amount, cents(vat_total.parts), parts)
        return
    if context.is_cii and (context.totals.vat is None or context.facts.vat_total_is_in_other_currency):
        return
    if breakdown or context.is_cii:
        other = [tax.amount for tax in context.facts.other_tax if context.is_cii and tax.kind == "breakdown"]
        parts = SumWords("vat", [*(part.tax_amount for part in breakdown), *other])
        yield from _differs("/totals/vat", context.totals.vat, cents(total(parts.addends)), parts)


def br_co_15(context: InvoiceContext) -> Iterator[Violation]:
    """The total with VAT (BT-112) is the total without VAT (BT-109) plus VAT (BT-110)."""
    totals = context.totals
    if not context.invoice.currency_code and context.syntax:
        return
    if context.is_cii and totals.with_vat is not None and totals.with_vat == totals.without_vat:
        return
    if totals.without_vat is None or totals.vat is None:
        fault = "no-vat" if totals.without_vat is not None else "no-amount"
        yield violation("/totals/with_vat", totals.without_vat, totals.vat, totals.with_vat, fault=fault)
        return
    parts = SumWords("with-vat", [totals.without_vat, totals.vat])
    yield from _differs("/totals/with_vat", totals.with_vat, cents(total(parts.addends)), parts)


def br_co_16(context: InvoiceContext) -> Iterator[Violation]:
    """The amount due (BT-115) is the total with VAT (BT-112) less the paid amount (BT-113) plus rounding (BT-114)."""
    totals = context.totals
    if not context.has_totals:
        return
    parts = SumWords("due", [totals.with_vat, minus(totals.paid), totals.rounding])
    if totals.with_vat is None or totals.due is None:
        fault = "no-total" if totals.with_vat is None else ""
        yield violation("/totals/due", totals.with_vat, totals.due, fault=fault, sum=parts)
        return
    open_amount = totals.with_vat - (totals.paid or ZERO)
    due = totals.due - (totals.rounding or ZERO)
    if not context.is_cii:
        open_amount = open_amount if totals.paid is None else cents(open_amount)
        due = due if totals.rounding is None else cents(due)
    if due != open_amount:
        yield violation("/totals/due", totals.due, sum=parts)


def br_co_17(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT amount of a category (BT-117) is its taxable amount (BT-116) times its rate (BT-119)."""
    for position, part in context.breakdown:
        if not tax_fits(part.taxable_amount, part.rate, part.tax_amount, inclusive=context.is_cii):
            values = (part.taxable_amount, part.rate, part.tax_amount)
            yield violation(
                f"/vat_breakdown/{position}/tax_amount", *values, expected=tax_of(part.taxable_amount, part.rate)
            )


def tax_fits(taxable: Decimal | None, rate: Decimal | None, tax: Decimal | None, *, inclusive: bool) -> bool:
    """The tax is the rate's share of the taxable amount, give or take one; inclusive: one itself is still right."""
    if tax is None:
        return False
    if rate is None or whole(rate) == ZERO:
        return whole(tax) == ZERO
    return taxable is not None and within_one(abs(tax), cents(abs(taxable) * rate / 100), inclusive=inclusive)


def tax_of(taxable: Decimal | None, rate: Decimal | None) -> Decimal | None:
    """The rate's share of the taxable amount, rounded to cents; None where one of them is absent."""
    return None if taxable is None or rate is None else aligned(cents(taxable * rate / 100), taxable)


def minus(amount: Decimal | None) -> Decimal | None:
    """Return the negated amount."""
    return None if amount is None else -amount


def within_one(value: Decimal, expected: Decimal, *, inclusive: bool = False) -> bool:
    """The value is less than one from the expected one; inclusive: or one."""
    distance = abs(value - expected)
    return distance < 1 or (inclusive and distance == 1)


def br_co_18(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has at least one group of the VAT breakdown (BG-23)."""
    if context.invoice.vat_breakdown or (context.is_cii and context.facts.codes_in_breakdown()):
        return
    if context.invoice.lines or not context.is_cii:
        yield violation("/vat_breakdown")


def br_45(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT breakdown has a taxable amount (BT-116)."""
    for position, part in context.breakdown:
        if part.taxable_amount is None:
            yield violation(f"/vat_breakdown/{position}/taxable_amount")


def br_46(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT breakdown has a VAT amount (BT-117)."""
    for position, part in context.breakdown:
        if part.tax_amount is None:
            yield violation(f"/vat_breakdown/{position}/tax_amount")


def br_47(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT breakdown has a category code (BT-118)."""
    for position, part in context.breakdown:
        if not part.category_code:
            yield violation(f"/vat_breakdown/{position}/category_code")


def br_48(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT breakdown has a rate (BT-119), except where the invoice is not subject to VAT."""
    for position, part in context.breakdown:
        if part.rate is None and part.category_code != "O":
            yield violation(f"/vat_breakdown/{position}/rate")


def _differs(path: str, value: Decimal | None, expected: Decimal, parts: SumWords) -> Iterator[Violation]:
    if value != expected:
        yield violation(path, value, value=value, sum=structs.replace(parts, rounded=expected))


RULES: tuple[Rule, ...] = (
    rule(br_12, "BT-106"),
    rule(br_13, "BT-109"),
    rule(br_14, "BT-112"),
    rule(br_15, "BT-115"),
    rule(br_45, "BT-116"),
    rule(br_46, "BT-117"),
    rule(br_47, "BT-118"),
    rule(br_48, "BT-119"),
    rule(br_co_10, "BT-106", "BT-131"),
    rule(br_co_11, "BT-107", "BT-92"),
    rule(br_co_12, "BT-108", "BT-99"),
    rule(br_co_13, "BT-109", "BT-106", "BT-107", "BT-108"),
    rule(br_co_14, "BT-110", "BT-117"),
    rule(br_co_15, "BT-112", "BT-109", "BT-110"),
    rule(br_co_16, "BT-115", "BT-112", "BT-113", "BT-114"),
    rule(br_co_17, "BT-117", "BT-116", "BT-119"),
    rule(br_co_18, "BG-23"),
)
