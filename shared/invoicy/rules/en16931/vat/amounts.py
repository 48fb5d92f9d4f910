"""BR-S-08 to BR-S-10 and those of the other categories: sums, tax amounts, exemption reasons in the VAT breakdown."""

from collections.abc import Iterator
from decimal import Decimal

from invoicy.formats.syntax_facts import OtherTax
from invoicy.model import Allowance, Charge
from invoicy.rules.en16931.totals import minus, tax_of, total, within_one
from invoicy.rules.en16931.vat.category import RATED, UNUSED, Category, breakdown, place
from invoicy.rules.invoice_context import ZERO, InvoiceContext, cents
from invoicy.rules.rule import Check, Violation, violation
from invoicy.wording.values import SumWords


def taxable_amount(category: Category) -> Check:
    fits = _rated_sum_fits if category.code in RATED else _sum_fits

    def check(context: InvoiceContext) -> Iterator[Violation]:
        for position, part in breakdown(category.code, context):
            if not fits(category.code, part.taxable_amount, part.rate, context):
                path = place(position, "taxable_amount", context)
                parts = SumWords("category", _addends(category.code, part.rate, context))
                taxable = part.taxable_amount
                yield violation(path, taxable, part.rate, value=taxable, sum=parts, category=category.words)

    return check


def _sum_fits(code: str, taxable: Decimal | None, _: Decimal | None, context: InvoiceContext) -> bool:
    if taxable is None:
        return False
    expected = sum(_sums(code, None, context), ZERO)
    if context.is_cii:
        return _equals(taxable, expected, context) if code == "O" else _near(taxable, expected, context)
    return bool(context.invoice.lines) and taxable == expected


def _rated_sum_fits(code: str, taxable: Decimal | None, rate: Decimal | None, context: InvoiceContext) -> bool:
    """For each rate of its own; CII compares to the cent, and not at all where the code is L or M."""
    if rate is None or (context.is_cii and code != "S"):
        return True
    if taxable is None:
        return False
    lines, others = _sums(code, rate, context)
    if context.is_cii:
        return _equals(taxable, lines + others, context)
    if code != "S":
        return bool(context.invoice.lines) and _near(taxable, lines + others, context)
    uses_rate = _at_rate(code, rate, context)
    if uses_rate["others"]:  # the part of the rule for the other type of document has no lines
        return _near(taxable, lines + others, context) or _near(taxable, others, context)
    return uses_rate["lines"] and _near(taxable, lines + others, context)


def _equals(given: Decimal, expected: Decimal, context: InvoiceContext) -> bool:
    """Compare two amounts. The processor of CII's rules takes -0 for zero but not -0.00."""
    is_minus_zero = given.is_zero() and given.is_signed() and given.as_tuple().exponent != 0
    return given == expected and not (context.is_cii and is_minus_zero)


def _near(taxable: Decimal, expected: Decimal, context: InvoiceContext) -> bool:
    """Less than one apart. The official rules reckon the bounds in binary, which decides where it is just one."""
    low, high = float(taxable) - 1, float(taxable) + 1
    if context.is_cii:
        return low < float(expected) < high
    return Decimal(low) < expected < Decimal(high)


def _sums(code: str, rate: Decimal | None, context: InvoiceContext) -> tuple[Decimal, Decimal]:
    """The sum of the lines of a category, and of its charges less its allowances; of one rate, if given."""
    use = context.vat.get(code, UNUSED)
    other_tax = [u for u in context.facts.other_tax if u.code == code and rate in (None, u.rate)]
    lines = total(line.net_amount for _, line in use.lines if rate in (None, line.vat_rate))
    charges = total(charge.amount for _, charge in use.charges if rate in (None, charge.vat_rate))
    allowances = total(allowance.amount for _, allowance in use.allowances if rate in (None, allowance.vat_rate))
    lines += _of_kind(other_tax, "line")
    charges += _of_kind(other_tax, "charge")
    allowances += _of_kind(other_tax, "allowance")
    if context.is_cii:
        lines, charges, allowances = cents(lines), cents(charges), cents(allowances)
    return lines, charges - allowances


def _addends(code: str, rate: Decimal | None, context: InvoiceContext) -> list[Decimal | None]:
    """The single amounts of a category, allowances below zero; of one rate where the category has several."""
    rate = rate if code in RATED else None
    use = context.vat.get(code, UNUSED)
    lines = [line.net_amount for _, line in use.lines if rate in (None, line.vat_rate)]
    charges = [charge.amount for _, charge in use.charges if rate in (None, charge.vat_rate)]
    allowances = [allowance.amount for _, allowance in use.allowances if rate in (None, allowance.vat_rate)]
    others = [other for other in context.facts.other_tax if other.code == code and rate in (None, other.rate)]
    return [
        *lines,
        *charges,
        *(minus(amount) for amount in allowances),
        *(other.amount for other in others if other.kind in {"line", "charge"}),
        *(minus(other.amount) for other in others if other.kind == "allowance"),
    ]


def _of_kind(others: list[OtherTax], kind: str) -> Decimal:
    return total(u.amount for u in others if u.kind == kind)


def _at_rate(code: str, rate: Decimal, context: InvoiceContext) -> dict[str, bool]:
    use = context.vat.get(code, UNUSED)
    other_tax = {u.kind == "line" for u in context.facts.other_tax if u.code == code and u.rate == rate}
    groups: list[Allowance | Charge] = [group for _, group in use.charges] + [group for _, group in use.allowances]
    others = any(group.vat_rate == rate for group in groups) or False in other_tax
    return {"lines": any(line.vat_rate == rate for _, line in use.lines) or True in other_tax, "others": others}


def tax_amount(category: Category) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        if context.is_cii and category.code in {"L", "M"}:
            return
        for position, part in breakdown(category.code, context):
            if category.taxed:
                right = _share_is_right(part.taxable_amount, part.rate, part.tax_amount)
            else:
                right = part.tax_amount is not None and _equals(part.tax_amount, ZERO, context)
            if not right:
                path, fault = place(position, "tax_amount", context), "" if category.taxed else "zero"
                expected = tax_of(part.taxable_amount, part.rate)
                yield violation(path, part.tax_amount, fault=fault, expected=expected, category=category.words)

    return check


def _share_is_right(taxable: Decimal | None, rate: Decimal | None, tax: Decimal | None) -> bool:
    if taxable is None or rate is None or tax is None:
        return False
    return within_one(abs(tax), cents(abs(taxable) * rate / 100))


def exemption_reason(category: Category) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for position, part in breakdown(category.code, context):
            given = bool(part.exemption_reason or part.exemption_reason_code)
            if given != category.reason:
                path, fault = place(position, "exemption_reason", context), "" if category.reason else "given"
                reason = part.exemption_reason or part.exemption_reason_code
                yield violation(path, part.exemption_reason_code, fault=fault, reason=reason, category=category.words)

    return check
