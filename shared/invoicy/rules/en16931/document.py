"""EN 16931-1, 6.4: what every invoice has, its references, notes and periods."""

from collections.abc import Iterator
from datetime import date

from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation


def br_01(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice names the specification that it follows (BT-24)."""
    if not context.process.specification_identifier:
        yield violation("/process/specification_identifier")


def br_02(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has a number (BT-1)."""
    if not context.invoice.number:
        yield violation("/number")


def br_03(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has an issue date (BT-2)."""
    if not context.invoice.issue_date and "BT-2" not in context.facts.unreadable:
        yield violation("/issue_date")


def br_04(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has a type code (BT-3)."""
    if not context.invoice.type_code:
        yield violation("/type_code")


def br_05(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice names its currency (BT-5)."""
    if not context.invoice.currency_code:
        yield violation("/currency_code")


def br_16(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has at least one line (BG-25)."""
    if not context.invoice.lines:
        yield violation("/lines")


def br_29(context: InvoiceContext) -> Iterator[Violation]:
    """The invoicing period ends (BT-74) on the day it starts (BT-73) or later."""
    period = context.delivery.invoicing_period
    if period is not None and _ends_early(period.start_date, period.end_date):
        yield violation("/delivery/invoicing_period", period.start_date, period.end_date)


def br_co_19(context: InvoiceContext) -> Iterator[Violation]:
    """An invoicing period (BG-14) has a start date (BT-73), an end date (BT-74) or both."""
    period = context.delivery.invoicing_period
    if context.syntax or period is None:  # in an XML an element is enough: see formats/syntax_rules.py
        return
    if not period.start_date and not period.end_date:
        yield violation("/delivery/invoicing_period")


def br_52(context: InvoiceContext) -> Iterator[Violation]:
    """A supporting document (BG-24) has a reference (BT-122)."""
    for position, document in enumerate(context.invoice.supporting_documents):
        if not document.reference:
            yield violation(f"/supporting_documents/{position}/reference")


def br_55(context: InvoiceContext) -> Iterator[Violation]:
    """A reference to a preceding invoice (BG-3) has its number (BT-25)."""
    for position, preceding in enumerate(context.invoice.preceding_invoices):
        if not preceding.reference:
            yield violation(f"/preceding_invoices/{position}/reference")


def br_co_03(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT point date (BT-7) and its code (BT-8) are not both given."""
    invoice = context.invoice
    if invoice.vat_point_date and invoice.vat_point_date_code and (context.breakdown or not context.is_cii):
        yield violation("/vat_point_date", invoice.vat_point_date, invoice.vat_point_date_code)


def _ends_early(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end < start


RULES: tuple[Rule, ...] = (
    rule(br_01, "BT-24"),
    rule(br_02, "BT-1"),
    rule(br_03, "BT-2"),
    rule(br_04, "BT-3"),
    rule(br_05, "BT-5"),
    rule(br_16, "BG-25"),
    rule(br_29, "BT-73", "BT-74"),
    rule(br_52, "BG-24", "BT-122"),
    rule(br_55, "BG-3", "BT-25"),
    rule(br_co_03, "BT-7", "BT-8"),
    rule(br_co_19, "BG-14", "BT-73", "BT-74"),
)
