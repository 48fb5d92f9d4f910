"""The sums of an invoice: line amounts, VAT by category and rate, totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from typesetting.facts import Adjustment, Invoice, Line

CENT = Decimal("0.01")


@dataclass(frozen=True)
class VatGroup:
    """One row of the VAT breakdown."""

    category: str
    rate: Decimal
    taxable: Decimal
    tax: Decimal
    reason: str = ""
    reason_code: str = ""


@dataclass(frozen=True)
class Totals:
    """The document totals of EN 16931."""

    lines: Decimal
    allowances: Decimal
    charges: Decimal
    without_vat: Decimal
    vat: Decimal
    with_vat: Decimal
    paid: Decimal
    due: Decimal
    groups: tuple[VatGroup, ...]


def rounded(amount: Decimal) -> Decimal:
    """Round half up to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def adjustment_amount(adjustment: Adjustment) -> Decimal:
    """Give the amount as stated, or base times percentage."""
    if adjustment.base is None or adjustment.percent is None:
        return rounded(adjustment.amount)
    return rounded(adjustment.base * adjustment.percent / 100)


def net_amount(line: Line) -> Decimal:
    """Give the line's net amount, its own allowances and charges included."""
    price = rounded(line.quantity * line.net_price / line.base_quantity)
    return price + _signed(line.adjustments)


def total(invoice: Invoice) -> Totals:
    """Sum an invoice up; VAT is rounded once for each category and rate."""
    lines = sum((net_amount(line) for line in invoice.lines), Decimal("0.00"))
    allowances = _sum(invoice.adjustments, charge=False)
    charges = _sum(invoice.adjustments, charge=True)
    groups = vat_groups(invoice)
    without_vat = lines - allowances + charges
    vat = sum((group.tax for group in groups), Decimal("0.00"))
    paid = rounded(invoice.payment.paid)
    with_vat = without_vat + vat
    return Totals(lines, allowances, charges, without_vat, vat, with_vat, paid, with_vat - paid, groups)


def vat_groups(invoice: Invoice) -> tuple[VatGroup, ...]:
    """Group every line, allowance and charge by VAT category and rate, highest rate first."""
    taxable: dict[tuple[str, Decimal], Decimal] = {}
    for line in invoice.lines:
        key = (line.vat_category, line.vat_rate)
        taxable[key] = taxable.get(key, Decimal("0.00")) + net_amount(line)
    for adjustment in invoice.adjustments:
        key = (adjustment.vat_category, adjustment.vat_rate)
        taxable[key] = taxable.get(key, Decimal("0.00")) + _signed((adjustment,))
    reasons = {exemption.category: exemption for exemption in invoice.exemptions}
    groups = []
    for (category, rate), amount in sorted(taxable.items(), key=lambda item: (-item[0][1], item[0][0])):
        exemption = reasons.get(category)
        reason, code = (exemption.reason, exemption.code) if exemption else ("", "")
        groups.append(VatGroup(category, rate, amount, rounded(amount * rate / 100), reason, code))
    return tuple(groups)


def _signed(adjustments: Iterable[Adjustment]) -> Decimal:
    return sum((adjustment_amount(each) * (1 if each.charge else -1) for each in adjustments), Decimal("0.00"))


def _sum(adjustments: Iterable[Adjustment], *, charge: bool) -> Decimal:
    return sum((adjustment_amount(each) for each in adjustments if each.charge is charge), Decimal("0.00"))
