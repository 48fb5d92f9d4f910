"""EN 16931-1, 6.4: the sums of the invoice. Rounding is the official rules': a half goes up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import structs

from invoicy.rules.case import ZERO, Case, cents, whole
from invoicy.rules.rule import Break, Rule, fail, rule
from invoicy.wording.values import Sum, aligned


def br_12(case: Case) -> Iterator[Break]:
    """The totals have the sum of the lines' net amounts (BT-106)."""
    if case.has_totals and case.totals.line_net_amounts is None:
        yield fail("/totals/line_net_amounts")


def br_13(case: Case) -> Iterator[Break]:
    """The totals have the total without VAT (BT-109)."""
    if case.has_totals and case.totals.without_vat is None:
        yield fail("/totals/without_vat")


def br_14(case: Case) -> Iterator[Break]:
    """The totals have the total with VAT (BT-112)."""
    if case.has_totals and case.totals.with_vat is None:
        yield fail("/totals/with_vat")


def br_15(case: Case) -> Iterator[Break]:
    """The totals have the amount due for payment (BT-115)."""
    if case.has_totals and case.totals.due is None:
        yield fail("/totals/due")


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum of the amounts that are there."""
    return sum((amount for amount in amounts if amount is not None), ZERO)


def br_co_10(case: Case) -> Iterator[Break]:
    """The sum of the lines (BT-106) is the sum of their net amounts (BT-131)."""
    if not case.has_totals:
        return
    lines = Sum("lines", [line.net_amount for line in case.invoice.lines])
    yield from _differs("/totals/line_net_amounts", case.totals.line_net_amounts, cents(total(lines.addends)), lines)


def br_co_11(case: Case) -> Iterator[Break]:
    """The sum of allowances (BT-107) is the sum of the document's allowances (BT-92)."""
    if not case.has_totals or (case.totals.allowances is None and not case.invoice.allowances):
        return
    allowances = Sum("allowances", [allowance.amount for allowance in case.invoice.allowances])
    yield from _differs("/totals/allowances", case.totals.allowances, cents(total(allowances.addends)), allowances)


def br_co_12(case: Case) -> Iterator[Break]:
    """The sum of charges (BT-108) is the sum of the document's charges (BT-99)."""
    if not case.has_totals or (case.totals.charges is None and not case.invoice.charges):
        return
    charges = Sum("charges", [charge.amount for charge in case.invoice.charges])
    yield from _differs("/totals/charges", case.totals.charges, cents(total(charges.addends)), charges)


def br_co_13(case: Case) -> Iterator[Break]:
    """The total without VAT (BT-109) is the lines (BT-106) less allowances (BT-107) plus charges (BT-108)."""
    totals = case.totals
    if not case.has_totals:
        return
    if totals.line_net_amounts is None:
        yield fail("/totals/without_vat", totals.without_vat, fault="no-lines")
        return
    expected = totals.line_net_amounts - (totals.allowances or ZERO) + (totals.charges or ZERO)
    if case.is_cii or totals.allowances is not None or totals.charges is not None:
        expected = cents(expected)
    parts = Sum("without-vat", [totals.line_net_amounts, minus(totals.allowances), totals.charges])
    yield from _differs("/totals/without_vat", totals.without_vat, expected, parts)


def br_co_14(case: Case) -> Iterator[Break]:
    """The VAT total (BT-110) is the sum of the VAT amounts in the VAT breakdown (BT-117)."""
    breakdown = case.invoice.vat_breakdown
    if case.facts.vat_totals:
        for vat_total in case.facts.vat_totals:
            parts = Sum("vat", [vat_total.parts])
            yield from _differs("/totals/vat", vat_total.amount, cents(vat_total.parts), parts)
        return
    if case.is_cii and (case.totals.vat is None or case.facts.vat_total_is_in_other_currency):
        return
    if breakdown or case.is_cii:
        other = [tax.amount for tax in case.facts.other_tax if case.is_cii and tax.kind == "breakdown"]
        parts = Sum("vat", [*(part.tax_amount for part in breakdown), *other])
        yield from _differs("/totals/vat", case.totals.vat, cents(total(parts.addends)), parts)


def br_co_15(case: Case) -> Iterator[Break]:
    """The total with VAT (BT-112) is the total without VAT (BT-109) plus VAT (BT-110)."""
    totals = case.totals
    if not case.invoice.currency_code and case.syntax:
        return
    if case.is_cii and totals.with_vat is not None and totals.with_vat == totals.without_vat:
        return
    if totals.without_vat is None or totals.vat is None:
        fault = "no-vat" if totals.without_vat is not None else "no-amount"
        yield fail("/totals/with_vat", totals.without_vat, totals.vat, totals.with_vat, fault=fault)
        return
    parts = Sum("with-vat", [totals.without_vat, totals.vat])
    yield from _differs("/totals/with_vat", totals.with_vat, cents(total(parts.addends)), parts)


def br_co_16(case: Case) -> Iterator[Break]:
    """The amount due (BT-115) is the total with VAT (BT-112) less the paid amount (BT-113) plus rounding (BT-114)."""
    totals = case.totals
    if not case.has_totals:
        return
    parts = Sum("due", [totals.with_vat, minus(totals.paid), totals.rounding])
    if totals.with_vat is None or totals.due is None:
        fault = "no-total" if totals.with_vat is None else ""
        yield fail("/totals/due", totals.with_vat, totals.due, fault=fault, sum=parts)
        return
    open_amount = totals.with_vat - (totals.paid or ZERO)
    due = totals.due - (totals.rounding or ZERO)
    if not case.is_cii:
        open_amount = open_amount if totals.paid is None else cents(open_amount)
        due = due if totals.rounding is None else cents(due)
    if due != open_amount:
        yield fail("/totals/due", totals.due, sum=parts)


def br_co_17(case: Case) -> Iterator[Break]:
    """The VAT amount of a category (BT-117) is its taxable amount (BT-116) times its rate (BT-119)."""
    for position, part in case.breakdown:
        if not tax_fits(part.taxable_amount, part.rate, part.tax_amount, inclusive=case.is_cii):
            values = (part.taxable_amount, part.rate, part.tax_amount)
            yield fail(
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
    """The amount as it is taken off a sum."""
    return None if amount is None else -amount


def within_one(value: Decimal, expected: Decimal, *, inclusive: bool = False) -> bool:
    """The value is less than one from the expected one; inclusive: or one."""
    distance = abs(value - expected)
    return distance < 1 or (inclusive and distance == 1)


def br_co_18(case: Case) -> Iterator[Break]:
    """An invoice has at least one group of the VAT breakdown (BG-23)."""
    if case.invoice.vat_breakdown or (case.is_cii and case.facts.codes_in_breakdown()):
        return
    if case.invoice.lines or not case.is_cii:
        yield fail("/vat_breakdown")


def br_45(case: Case) -> Iterator[Break]:
    """A VAT breakdown has a taxable amount (BT-116)."""
    for position, part in case.breakdown:
        if part.taxable_amount is None:
            yield fail(f"/vat_breakdown/{position}/taxable_amount")


def br_46(case: Case) -> Iterator[Break]:
    """A VAT breakdown has a VAT amount (BT-117)."""
    for position, part in case.breakdown:
        if part.tax_amount is None:
            yield fail(f"/vat_breakdown/{position}/tax_amount")


def br_47(case: Case) -> Iterator[Break]:
    """A VAT breakdown has a category code (BT-118)."""
    for position, part in case.breakdown:
        if not part.category_code:
            yield fail(f"/vat_breakdown/{position}/category_code")


def br_48(case: Case) -> Iterator[Break]:
    """A VAT breakdown has a rate (BT-119), except where the invoice is not subject to VAT."""
    for position, part in case.breakdown:
        if part.rate is None and part.category_code != "O":
            yield fail(f"/vat_breakdown/{position}/rate")


def _differs(path: str, value: Decimal | None, expected: Decimal, parts: Sum) -> Iterator[Break]:
    if value != expected:
        yield fail(path, value, value=value, sum=structs.replace(parts, rounded=expected))


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
