"""Findings about pages, at the invoice that they may belong to."""

from invoicy.model import Invoice
from invoicy.pages.findings.pages import with_page_findings
from invoicy.pages.sources.page import PageText, UnreadContent
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from tests.pages.typeset import page

WARNING = Finding("INVOICY-X", Severity.WARNING, "It is odd.")


def _scan(number: int) -> PageText:
    return PageText(number, 595, 842, (), needs_ocr=True, unread=UnreadContent.PICTURE)


def _reading(*pages: int) -> InvoiceReading:
    return InvoiceReading(Invoice(), Status.ACCEPTED, (WARNING,), pages=pages)


def _text(number: int) -> PageText:
    return page((50, 50, "Carried forward"), number=number)


def test_a_page_that_was_not_read_belongs_to_the_invoice_before_it() -> None:
    first, second = with_page_findings([_reading(1), _reading(3)], [_text(1), _scan(2), _text(3)], 3)
    assert [finding.rule for finding in first.findings] == ["INVOICY-NEEDS-OCR", "INVOICY-X"]
    assert (first.status, second.status) == (Status.REVIEW, Status.ACCEPTED)


def test_a_page_before_all_invoices_belongs_to_the_first() -> None:
    (reading,) = with_page_findings([_reading(2)], [_scan(1), _text(2)], 2)
    assert reading.status is Status.REVIEW


def test_pages_that_were_never_opened_belong_to_the_last_invoice() -> None:
    pages = [_text(number) for number in range(1, 51)]
    first, last = with_page_findings([_reading(1), _reading(*range(2, 51))], pages, 52)
    assert [finding.rule for finding in first.findings] == ["INVOICY-X"]
    assert [finding.rule for finding in last.findings] == ["INVOICY-PAGES-NOT-READ", "INVOICY-X"]


def test_a_page_of_text_in_no_invoice_is_reported() -> None:
    (reading,) = with_page_findings([_reading(1)], [_text(1), _text(2)], 2)
    assert {finding.rule: finding.values for finding in reading.findings}["INVOICY-PAGE-LEFT-OUT"] == ("2",)
