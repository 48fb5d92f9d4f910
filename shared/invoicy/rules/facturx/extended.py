"""Factur-X EXTENDED: its versions of rules that sub-lines, logistics charges and rounding would break (BR-FXEXT)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from invoicy.model import InvoiceLine
from invoicy.rules.en16931.totals import minus, total
from invoicy.rules.facturx.extended_lines import counts
from invoicy.rules.invoice_context import ZERO, InvoiceContext, cents
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import SumWords

REPLACED = frozenset(
    {f"BR-{number}" for number in (22, 23, 24, 26, 27, 28, 38, 44, 54)}
    | {f"BR-CO-{number:02}" for number in (4, 10, 11, 12, 13, 15, 16, 17, 22, 24)}
    | {f"BR-{code}-{n}" for code in ("S", "Z", "E", "AE", "IC", "G", "O", "AF", "AG") for n in ("01", "08")}
    | {"BR-S-09"}
)
_CENT = Decimal("0.01")


def detail_lines(context: InvoiceContext) -> tuple[InvoiceLine, ...]:
    """The lines that count: groups and information lines among them do not."""
    return tuple(line for line in context.invoice.lines if counts(line))


def _charges(context: InvoiceContext) -> Decimal:
    charges = cents(total(charge.amount for charge in context.invoice.charges))
    return charges + cents(total(charge.amount for charge in context.invoice.logistics_charges))


def _near(path: str, value: Decimal | None, expected: Decimal, parts: SumWords, count: int) -> Iterator[Violation]:
    """count: of the amounts that were rounded; each may add a cent to the difference."""
    if value is None or abs(value - expected) > _CENT * count:
        yield violation(path, value, sum=structs.replace(parts, rounded=expected), slack=_CENT * count)


def br_fxext_co_10(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of the lines (BT-106) is the sum of their net amounts (BT-131), give or take a cent for each."""
    if context.has_totals:
        lines = SumWords("lines", [line.net_amount for line in detail_lines(context)])
        value, expected = context.totals.line_net_amounts, cents(total(lines.addends))
        yield from _near("/totals/line_net_amounts", value, expected, lines, len(context.invoice.lines))


def br_fxext_co_11(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of allowances (BT-107) is the sum of their amounts (BT-92), give or take a cent for each."""
    allowances = context.invoice.allowances
    if context.has_totals and (allowances or context.totals.allowances is not None):
        parts = SumWords("allowances", [allowance.amount for allowance in allowances])
        expected = cents(total(parts.addends))
        yield from _near("/totals/allowances", context.totals.allowances, expected, parts, len(allowances))


def br_fxext_co_12(context: InvoiceContext) -> Iterator[Violation]:
    """The sum of charges (BT-108) is the sum of their amounts (BT-99, BT-X-272), give or take a cent for each."""
    parts = len(context.invoice.charges) + len(context.invoice.logistics_charges)
    if context.has_totals and (parts or context.totals.charges is not None):
        charges = [charge.amount for charge in context.invoice.charges]
        addends = SumWords("charges", [*charges, *(charge.amount for charge in context.invoice.logistics_charges)])
        yield from _near("/totals/charges", context.totals.charges, _charges(context), addends, parts)


def _parts(context: InvoiceContext) -> int:
    invoice = context.invoice
    groups = (detail_lines(context), invoice.allowances, invoice.charges, invoice.logistics_charges)
    return sum(map(len, groups))


def br_fxext_co_13(context: InvoiceContext) -> Iterator[Violation]:
    """The total without VAT (BT-109) is lines less allowances plus charges, give or take a cent for each."""
    if context.has_totals:
        lines = cents(total(line.net_amount for line in detail_lines(context)))
        allowances = cents(total(allowance.amount for allowance in context.invoice.allowances))
        expected = lines - allowances + _charges(context)
        parts = SumWords("without-vat", [lines, minus(allowances or None), _charges(context) or None])
        yield from _near("/totals/without_vat", context.totals.without_vat, expected, parts, _parts(context))


def br_fxext_co_15(context: InvoiceContext) -> Iterator[Violation]:
    """The total with VAT (BT-112) is the total without VAT (BT-109) plus VAT (BT-110), give or take a cent a part."""
    totals = context.totals
    if context.has_totals and context.invoice.currency_code and totals.without_vat is not None:
        expected = totals.without_vat + (totals.vat or ZERO)
        parts = SumWords("with-vat", [totals.without_vat, totals.vat])
        yield from _near("/totals/with_vat", totals.with_vat, expected, parts, _parts(context))


def br_fxext_co_16(context: InvoiceContext) -> Iterator[Violation]:
    """The amount due (BT-115) is the total with VAT (BT-112) less the paid amount (BT-113) plus rounding (BT-114)."""
    totals = context.totals
    if context.has_totals:
        payments = [payment.amount for payment in context.invoice.third_party_payments]
        parts = SumWords("due", [totals.with_vat, minus(totals.paid), totals.rounding, *payments])
        yield from _near("/totals/due", totals.due, total(parts.addends), parts, 0)


RULES: tuple[Rule, ...] = (
    rule(br_fxext_co_10, "BT-106", "BT-131"),
    rule(br_fxext_co_11, "BT-107", "BT-92"),
    rule(br_fxext_co_12, "BT-108", "BT-99", "BT-X-272"),
    rule(br_fxext_co_13, "BT-109", "BT-131", "BT-92", "BT-99"),
    rule(br_fxext_co_15, "BT-112", "BT-109", "BT-110"),
    rule(br_fxext_co_16, "BT-115", "BT-112", "BT-113", "BT-114"),
)
