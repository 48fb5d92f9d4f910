"""Findings about totals that do not add up, amounts printed between them, and totals that are not printed."""

from collections.abc import Iterator
from decimal import Decimal

from invoicy.pages.fields.totals.arithmetic import CENT
from invoicy.pages.fields.totals.chosen_totals import Adjustment, ChosenTotals
from invoicy.readings.reading import Finding, Severity

_GROSS = ("BT-109", "BT-110", "BT-112")
_DUE = ("BT-112", "BT-113", "BT-115")


def totals_findings(totals: ChosenTotals, currency: str) -> Iterator[Finding]:
    """Yield the findings about the totals. currency: the invoice's code, empty if it is not known."""
    yield from _gross(totals, currency)
    yield from _due(totals, currency)
    yield from _not_shown(totals)


def money(amount: Decimal) -> str:
    """Return an amount with its digits in groups of three: 7,735.43."""
    return f"{amount:,f}"


def _gross(totals: ChosenTotals, currency: str) -> Iterator[Finding]:
    base, gross = totals.net or totals.lines, totals.gross
    if base is None or gross is None or abs(totals.rest) <= CENT:
        return
    parts = [base.value, *([totals.tax.value] if totals.tax else [])]
    subject = f"The total with VAT is {_in(gross.value, currency)}"
    values = (*map(str, parts), str(gross.value))
    if totals.tax is None and totals.lines is None:
        message = f"{subject} and the total without VAT is {money(base.value)}"
        message += f", but no VAT (BT-110) that makes the difference of {money(totals.rest)} could be found."
        yield Finding("INVOICY-SUM-VAT", Severity.FATAL, message, "/totals/vat", _GROSS, values)
    elif totals.adds_up is False:
        message = f"{subject}, but {_sum(parts)}{_printed(totals.between)}."
        yield Finding("INVOICY-SUM-VAT", Severity.FATAL, message, "/totals/with_vat", _GROSS, values)
    elif totals.adjustments:
        message = f"{subject}: {_with(parts, totals.adjustments)}. The page shows no total without VAT (BT-109)."
        yield Finding("INVOICY-SUM-ADJUSTED", Severity.INFORMATION, message, "/totals/with_vat", _GROSS, values)
    else:
        message = (
            f"{subject}, but {_sum(parts)}{_printed(totals.between)}. The reading has no field for the difference."
        )
        yield Finding("INVOICY-SUM-ADJUSTED", Severity.WARNING, message, "/totals/with_vat", _GROSS, values)


def _due(totals: ChosenTotals, currency: str) -> Iterator[Finding]:
    gross, due, paid = totals.gross, totals.due, abs(totals.paid.value) if totals.paid else Decimal(0)
    if gross is None or due is None or abs(totals.unpaid_rest) <= CENT:
        return
    values = (str(gross.value), str(paid), str(due.value))
    left = _sum([gross.value, -paid]) if paid else f"the total with VAT is {money(gross.value)}"
    message = f"The amount due is {_in(due.value, currency)}, but {left}{_printed(totals.after_gross)}."
    if totals.due_adds_up is False:
        yield Finding("INVOICY-SUM-DUE", Severity.FATAL, message, "/totals/due", _DUE, values)
    else:
        message += " The reading has no field for the difference."
        yield Finding("INVOICY-SUM-ADJUSTED", Severity.WARNING, message, "/totals/due", _DUE, values)


def _not_shown(totals: ChosenTotals) -> Iterator[Finding]:
    """Yield the finding about a missing total; an invoice without VAT needs no amount of VAT."""
    if totals.gross is None or totals.net is not None or totals.adjustments:
        return
    missing = "No total without VAT (BT-109)" if totals.tax else "No total without VAT (BT-109) and no VAT (BT-110)"
    terms = ("BT-109",) if totals.tax else ("BT-109", "BT-110")
    message = f"{missing} was found on the page."
    yield Finding("INVOICY-TOTAL-NOT-SHOWN", Severity.INFORMATION, message, "/totals/without_vat", terms)


def _in(amount: Decimal, currency: str) -> str:
    return f"{money(amount)} {currency}".strip()


def _sum(parts: list[Decimal]) -> str:
    """Return 100.00 + 20.00 = 120.00, with a minus before deductions."""
    return f"{_chain([(part, '') for part in parts])} = {money(sum(parts, Decimal(0)))}"


def _with(parts: list[Decimal], adjustments: tuple[Adjustment, ...]) -> str:
    """Return the sum with the amounts printed between: 100.00 + 10.00 (Freight) + 20.00 = 130.00."""
    inner = [
        (adjustment.amount, f" ({adjustment.reason.value})" if adjustment.reason else "") for adjustment in adjustments
    ]
    terms = [(parts[0], ""), *inner, *((part, "") for part in parts[1:])]
    return f"{_chain(terms)} = {money(sum((amount for amount, _ in terms), Decimal(0)))}"


def _chain(terms: list[tuple[Decimal, str]]) -> str:
    text = money(terms[0][0]) + terms[0][1]
    for amount, note in terms[1:]:
        text += f" {'-' if amount < 0 else '+'} {money(abs(amount))}{note}"
    return text


def _printed(adjustments: tuple[Adjustment, ...]) -> str:
    """Return the amounts printed between two totals, as the end of a sentence."""
    if not adjustments:
        return ""
    parts = [f"{money(each.amount)}{f' as {each.reason.value!r}' if each.reason else ''}" for each in adjustments]
    return f"; {' and '.join(parts)} {'is' if len(parts) == 1 else 'are'} printed between them"
