"""Peppol BIS Billing 3, R04x, R05x and R1xx: allowances, charges, VAT totals, prices and line amounts."""

from collections.abc import Iterator
from decimal import Decimal

from invoicy.model import InvoiceLine
from invoicy.readings.reading import Severity
from invoicy.rules.en16931.lines import AllowanceOrCharge, document_level, line_level
from invoicy.rules.en16931.totals import minus, total
from invoicy.rules.invoice_context import ZERO, InvoiceContext, cents
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import SumWords, aligned, number, shortest

_SLACK = {"HUF": Decimal("0.5")}
_USUAL_SLACK = Decimal("0.02")


def _slack(context: InvoiceContext) -> Decimal:
    return _SLACK.get(context.invoice.currency_code or "", _USUAL_SLACK)


def _all(context: InvoiceContext) -> Iterator[tuple[str, AllowanceOrCharge]]:
    for name in ("allowances", "charges"):
        yield from document_level(context, name)
        yield from line_level(context, name)


def peppol_en16931_r040(context: InvoiceContext) -> Iterator[Violation]:
    """The amount of an allowance or charge is its base amount times its percentage."""
    for path, group in _all(context):
        if group.base_amount is None or group.percentage is None:
            continue
        expected = group.base_amount * group.percentage / 100
        if abs((group.amount or ZERO) - expected) > _slack(context):
            yield violation(
                f"{path}/amount",
                group.amount,
                group.base_amount,
                group.percentage,
                expected=aligned(cents(expected), group.base_amount),
            )


def peppol_en16931_r041(context: InvoiceContext) -> Iterator[Violation]:
    """An allowance or charge with a percentage has a base amount."""
    for path, group in _all(context):
        if group.percentage is not None and group.base_amount is None:
            yield violation(f"{path}/base_amount", group.percentage)


def peppol_en16931_r042(context: InvoiceContext) -> Iterator[Violation]:
    """An allowance or charge with a base amount has a percentage."""
    for path, group in _all(context):
        if group.base_amount is not None and group.percentage is None:
            yield violation(f"{path}/percentage", group.base_amount)


def peppol_en16931_r046(context: InvoiceContext) -> Iterator[Violation]:
    """The net price (BT-146) is the gross price (BT-148) less the discount (BT-147)."""
    if context.syntax == "cii":  # in CII any amount counts, discount or not: see formats/syntax_rules.py
        return
    for position, line in enumerate(context.invoice.lines):
        discount = line.price_discount if context.is_ubl else line.price_discount or ZERO
        if line.gross_price is None:
            continue
        if discount is None or line.net_price is None or line.net_price != line.gross_price - discount:
            values, parts = (line.net_price, line.gross_price, line.price_discount), (line.gross_price, minus(discount))
            fault = "no-discount" if discount is None else ""
            yield violation(f"/lines/{position}/net_price", *values, fault=fault, sum=SumWords("price", parts))


def peppol_en16931_r055(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT totals in both currencies (BT-110, BT-111) have the same sign."""
    accounting, vat = context.totals.vat_in_accounting_currency, context.totals.vat
    if (
        context.syntax or accounting is None or vat is None
    ):  # in an XML the currencies count, see formats/syntax_rules.py
        return
    if accounting * vat < ZERO:
        yield violation("/totals/vat_in_accounting_currency", accounting, vat)


def peppol_en16931_r110(context: InvoiceContext) -> Iterator[Violation]:
    """The period of a line starts (BT-134) within the invoicing period (BT-73)."""
    period = context.delivery.invoicing_period
    start = period.start_date if period else None
    for position, line in enumerate(context.invoice.lines):
        if start and line.period and line.period.start_date and line.period.start_date < start:
            yield violation(f"/lines/{position}/period/start_date", line.period.start_date, start)


def peppol_en16931_r111(context: InvoiceContext) -> Iterator[Violation]:
    """The period of a line ends (BT-135) within the invoicing period (BT-74)."""
    period = context.delivery.invoicing_period
    end = period.end_date if period else None
    for position, line in enumerate(context.invoice.lines):
        if end and line.period and line.period.end_date and line.period.end_date > end:
            yield violation(f"/lines/{position}/period/end_date", line.period.end_date, end)


def line_net_amount(line: InvoiceLine) -> Decimal:
    """The amount that quantity, price, allowances and charges of a line come to."""
    base = line.price_base_quantity or line.gross_price_base_quantity or Decimal(1)
    quantity = Decimal(1) if line.quantity is None else line.quantity
    charges = cents(total(charge.amount for charge in line.charges))
    allowances = cents(total(allowance.amount for allowance in line.allowances))
    return quantity * ((line.net_price or ZERO) / base) + charges - allowances


def _reckoning(line: InvoiceLine) -> str:
    """Quantity times price with all that adds to it, as one writes it on paper."""
    text = f"{shortest(line.quantity or Decimal(1))} x {number(line.net_price or ZERO)}"
    base = line.price_base_quantity or line.gross_price_base_quantity or Decimal(1)
    if base != 1:
        text += f" / {shortest(base)}"
    charges, allowances = line.charges, line.allowances
    text += "".join(f" + {number(charge.amount)}" for charge in charges if charge.amount is not None)
    return text + "".join(f" - {number(allowance.amount)}" for allowance in allowances if allowance.amount is not None)


def peppol_en16931_r120(context: InvoiceContext) -> Iterator[Violation]:
    """The net amount of a line (BT-131) is quantity times price, plus charges, less allowances."""
    for position, line in enumerate(context.invoice.lines):
        expected = line_net_amount(line)
        if abs((line.net_amount or ZERO) - expected) > _slack(context):
            values, path = (line.net_amount, line.quantity, line.net_price), f"/lines/{position}/net_amount"
            yield violation(
                path, *values, expected=aligned(cents(expected), line.net_price), reckoning=_reckoning(line)
            )


def peppol_en16931_r121(context: InvoiceContext) -> Iterator[Violation]:
    """The base quantity of a price (BT-149) is more than zero."""
    for position, line in enumerate(context.invoice.lines):
        for base in (line.price_base_quantity, line.gross_price_base_quantity):
            if base is not None and base <= ZERO:
                yield violation(f"/lines/{position}/price_base_quantity", base, base=base)


def peppol_en16931_r130(context: InvoiceContext) -> Iterator[Violation]:
    """The base quantity of a price has the unit (BT-150) of the line's quantity (BT-130)."""
    for position, line in enumerate(context.invoice.lines):
        if line.quantity is None and not context.is_cii:
            continue
        for unit in (line.price_base_quantity_unit_code, line.gross_price_base_quantity_unit_code):
            if unit and unit != line.unit_code:
                yield violation(f"/lines/{position}/price_base_quantity_unit_code", unit, line.unit_code, unit=unit)


RULES: tuple[Rule, ...] = (
    rule(peppol_en16931_r040, "BT-92", "BT-99", "BT-136", "BT-141"),
    rule(peppol_en16931_r041, "BT-93", "BT-100", "BT-137", "BT-142"),
    rule(peppol_en16931_r042, "BT-94", "BT-101", "BT-138", "BT-143"),
    rule(peppol_en16931_r046, "BT-146", "BT-147", "BT-148"),
    rule(peppol_en16931_r055, "BT-110", "BT-111"),
    rule(peppol_en16931_r110, "BT-134", "BT-73"),
    rule(peppol_en16931_r111, "BT-135", "BT-74"),
    rule(peppol_en16931_r120, "BT-131", "BT-129", "BT-146"),
    rule(peppol_en16931_r121, "BT-149"),
    rule(peppol_en16931_r130, "BT-150", "BT-130"),
)
LINE_AMOUNT_AS_WARNING = rule(peppol_en16931_r120, "BT-131", "BT-129", "BT-146", severity=Severity.WARNING)
