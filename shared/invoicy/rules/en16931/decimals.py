"""EN 16931-1, 6.5.2: amounts have at most two decimals (BR-DEC)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from invoicy.rules.en16931.lines import line_level
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, rule, violation

_PLACES = 2


def too_fine(value: Decimal | None) -> bool:
    """More than two digits after the point; trailing zeros count, as they do officially."""
    return value is not None and value.as_tuple().exponent < -_PLACES  # type: ignore[operator]  # amounts are finite


def _in_totals(field: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        value = getattr(context.totals, field)
        if too_fine(value):
            yield violation(f"/totals/{field}", value)

    return check


def _in_groups(name: str, field: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        groups: tuple[Any, ...] = getattr(context.invoice, name)
        for position, group in enumerate(groups):
            value = getattr(group, field)
            if too_fine(value):
                yield violation(f"/{name}/{position}/{field}", value)

    return check


def _in_breakdown(field: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for position, part in context.breakdown:
            value = getattr(part, field)
            if too_fine(value):
                yield violation(f"/vat_breakdown/{position}/{field}", value)

    return check


def _in_line_groups(name: str, field: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, group in line_level(context, name):
            value = getattr(group, field)
            if too_fine(value):
                yield violation(f"{path}/{field}", value)

    return check


def _vat_total(context: InvoiceContext) -> Iterator[Violation]:
    """Skip an XML: UBL's rule tests an element that never occurs, CII's is in formats/syntax_rules.py."""
    if not context.syntax and too_fine(context.totals.vat):
        yield violation("/totals/vat", context.totals.vat)


def _vat_total_in_accounting_currency(context: InvoiceContext) -> Iterator[Violation]:
    accounting = context.totals.vat_in_accounting_currency
    if not context.syntax and too_fine(accounting):
        yield violation("/totals/vat_in_accounting_currency", accounting)


def _rule(number: int, term: str, name: str, check: Check) -> Rule:
    sentence = f"{name} ({term}) has at most two decimals."
    return Rule(f"BR-DEC-{number:02}", rule(check).severity, (term,), sentence, check, faults="BR-DEC")


RULES: tuple[Rule, ...] = (
    _rule(1, "BT-92", "The amount of an allowance", _in_groups("allowances", "amount")),
    _rule(2, "BT-93", "The base amount of an allowance", _in_groups("allowances", "base_amount")),
    _rule(5, "BT-99", "The amount of a charge", _in_groups("charges", "amount")),
    _rule(6, "BT-100", "The base amount of a charge", _in_groups("charges", "base_amount")),
    _rule(9, "BT-106", "The sum of the lines", _in_totals("line_net_amounts")),
    _rule(10, "BT-107", "The sum of allowances", _in_totals("allowances")),
    _rule(11, "BT-108", "The sum of charges", _in_totals("charges")),
    _rule(12, "BT-109", "The total without VAT", _in_totals("without_vat")),
    _rule(13, "BT-110", "The VAT total", _vat_total),
    _rule(14, "BT-112", "The total with VAT", _in_totals("with_vat")),
    _rule(15, "BT-111", "The VAT total in accounting currency", _vat_total_in_accounting_currency),
    _rule(16, "BT-113", "The paid amount", _in_totals("paid")),
    _rule(17, "BT-114", "The rounding amount", _in_totals("rounding")),
    _rule(18, "BT-115", "The amount due", _in_totals("due")),
    _rule(19, "BT-116", "The taxable amount of a VAT category", _in_breakdown("taxable_amount")),
    _rule(20, "BT-117", "The VAT amount of a category", _in_breakdown("tax_amount")),
    _rule(23, "BT-131", "The net amount of a line", _in_groups("lines", "net_amount")),
    _rule(24, "BT-136", "The amount of a line's allowance", _in_line_groups("allowances", "amount")),
    _rule(25, "BT-137", "The base amount of a line's allowance", _in_line_groups("allowances", "base_amount")),
    _rule(27, "BT-141", "The amount of a line's charge", _in_line_groups("charges", "amount")),
    _rule(28, "BT-142", "The base amount of a line's charge", _in_line_groups("charges", "base_amount")),
)
