"""The order of dates, dates in the future, and VAT rates that the country had on the date."""

from collections.abc import Iterator
from datetime import date

from invoicy.model.vat_rates import rates_of_country
from invoicy.readings.reading import Severity
from invoicy.rules.countries import buyer_country, seller_country
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import CountryWords, enumerated, shortest

_EARLIEST = date(1990, 1, 1)


def invoicy_due_before_issue(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice is due (BT-9) on the day it is issued (BT-2) or later."""
    issued, due = context.invoice.issue_date, context.invoice.due_date
    if issued and due and due < issued:
        yield violation("/due_date", due, issued)


def invoicy_date_in_future(context: InvoiceContext) -> Iterator[Violation]:
    """The issue date (BT-2) is not in the future; tested if the day of the check is known."""
    issued, today = context.invoice.issue_date, context.check_context.today
    if issued and today and issued > today:
        yield violation("/issue_date", issued, today=today)


def invoicy_date_long_ago(context: InvoiceContext) -> Iterator[Violation]:
    """The issue date (BT-2) is not before 1990."""
    issued = context.invoice.issue_date
    if issued and issued < _EARLIEST:
        yield violation("/issue_date", issued)


def invoicy_vat_rate(context: InvoiceContext) -> Iterator[Violation]:
    """A standard rate of VAT (BT-119) is one that the Seller's or the Buyer's country has on the issue date."""
    issued, use = context.invoice.issue_date, context.vat.get("S")
    if issued is None or use is None:
        return
    at_home = rates_of_country(seller_country(context), issued)
    abroad = rates_of_country(buyer_country(context), issued)  # distance selling takes the rate of the Buyer's country
    for position, part in use.breakdown if at_home else ():
        if part.rate is not None and part.rate not in at_home | abroad:
            rates = enumerated([f"{shortest(rate)} %" for rate in sorted(at_home, reverse=True)])
            country = seller_country(context)
            yield violation(
                f"/vat_breakdown/{position}/rate", part.rate, country, country=CountryWords([country]), rates=rates
            )


RULES: tuple[Rule, ...] = (
    rule(invoicy_due_before_issue, "BT-9", "BT-2", severity=Severity.WARNING),
    rule(invoicy_date_in_future, "BT-2", severity=Severity.WARNING),
    rule(invoicy_date_long_ago, "BT-2", severity=Severity.WARNING),
    rule(invoicy_vat_rate, "BT-119", "BT-40", severity=Severity.WARNING),
)
