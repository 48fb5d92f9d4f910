"""EN 16931-1, 6.4: what every invoice has, its references, notes and periods."""

from collections.abc import Iterator
from datetime import date

from invoicy.rules.case import Case
from invoicy.rules.rule import Break, Rule, fail, rule


def br_01(case: Case) -> Iterator[Break]:
    """An invoice names the specification that it follows (BT-24)."""
    if not case.process.specification_identifier:
        yield fail("/process/specification_identifier")


def br_02(case: Case) -> Iterator[Break]:
    """An invoice has a number (BT-1)."""
    if not case.invoice.number:
        yield fail("/number")


def br_03(case: Case) -> Iterator[Break]:
    """An invoice has an issue date (BT-2)."""
    if not case.invoice.issue_date and "BT-2" not in case.facts.unreadable:
        yield fail("/issue_date")


def br_04(case: Case) -> Iterator[Break]:
    """An invoice has a type code (BT-3)."""
    if not case.invoice.type_code:
        yield fail("/type_code")


def br_05(case: Case) -> Iterator[Break]:
    """An invoice names its currency (BT-5)."""
    if not case.invoice.currency_code:
        yield fail("/currency_code")


def br_16(case: Case) -> Iterator[Break]:
    """An invoice has at least one line (BG-25)."""
    if not case.invoice.lines:
        yield fail("/lines")


def br_29(case: Case) -> Iterator[Break]:
    """The invoicing period ends (BT-74) on the day it starts (BT-73) or later."""
    period = case.delivery.invoicing_period
    if period is not None and _ends_early(period.start_date, period.end_date):
        yield fail("/delivery/invoicing_period", period.start_date, period.end_date)


def br_co_19(case: Case) -> Iterator[Break]:
    """An invoicing period (BG-14) has a start date (BT-73), an end date (BT-74) or both."""
    period = case.delivery.invoicing_period
    if case.syntax or period is None:  # in an XML an element is enough, which formats/syntax_rules.py looks at
        return
    if not period.start_date and not period.end_date:
        yield fail("/delivery/invoicing_period")


def br_52(case: Case) -> Iterator[Break]:
    """A supporting document (BG-24) has a reference (BT-122)."""
    for position, document in enumerate(case.invoice.supporting_documents):
        if not document.reference:
            yield fail(f"/supporting_documents/{position}/reference")


def br_55(case: Case) -> Iterator[Break]:
    """A reference to a preceding invoice (BG-3) has its number (BT-25)."""
    for position, preceding in enumerate(case.invoice.preceding_invoices):
        if not preceding.reference:
            yield fail(f"/preceding_invoices/{position}/reference")


def br_co_03(case: Case) -> Iterator[Break]:
    """The VAT point date (BT-7) and its code (BT-8) are not both given."""
    invoice = case.invoice
    if invoice.vat_point_date and invoice.vat_point_date_code and (case.breakdown or not case.is_cii):
        yield fail("/vat_point_date", invoice.vat_point_date, invoice.vat_point_date_code)


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
