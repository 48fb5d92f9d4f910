"""Repeated line identifiers, and amounts that are far too large."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation

_ABSURD = Decimal(10) ** 9
_ABSURD_IN_SMALL_MONEY = Decimal(10) ** 13
_TWO = 2
_SMALL_MONEY = frozenset(
    [
        "CLP",
        "COP",
        "GNF",
        "HUF",
        "IDR",
        "IRR",
        "ISK",
        "JPY",
        "KHR",
        "KRW",
        "LAK",
        "LBP",
        "MMK",
        "MNT",
        "NGN",
        "PYG",
        "TZS",
        "UGX",
        "VND",
    ]
)


def invoicy_duplicate_line(context: InvoiceContext) -> Iterator[Violation]:
    """No two lines have the same identifier (BT-126)."""
    counts = Counter(line.identifier for line in context.invoice.lines if line.identifier)
    doubled = {identifier for identifier, count in counts.items() if count > 1}
    for position, line in enumerate(context.invoice.lines if doubled else ()):
        if line.identifier in doubled:
            count = counts[line.identifier]
            fault = "" if count == _TWO else "several"
            yield violation(f"/lines/{position}/identifier", line.identifier, fault=fault, count=count)


def invoicy_absurd_amount(context: InvoiceContext) -> Iterator[Violation]:
    """Totals (BT-112, BT-115) are below 1,000 million, or below 10 million million in a currency of small units."""
    limit = _ABSURD_IN_SMALL_MONEY if context.invoice.currency_code in _SMALL_MONEY else _ABSURD
    for name, amount in (("with_vat", context.totals.with_vat), ("due", context.totals.due)):
        if amount is not None and abs(amount) >= limit:
            yield violation(f"/totals/{name}", amount)


RULES: tuple[Rule, ...] = (
    rule(invoicy_duplicate_line, "BT-126", severity=Severity.WARNING),
    rule(invoicy_absurd_amount, "BT-112", "BT-115", severity=Severity.WARNING),
)
