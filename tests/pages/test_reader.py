"""From pages to invoices with evidence."""

import pytest

from invoicy import Reading, read
from invoicy.pages.reader import read_pages
from invoicy.pages.sources.page import PageText, UnreadContent
from tests.pages.typeset import page
from tests.requirements import SAMPLES


def test_evidence_points_at_the_printed_text() -> None:
    pages, _ = read_pages((page((50, 50, "Invoice No: A-17"), (300, 430, "Total"), (500, 430, "120.00")),))
    evidence = pages[0].evidence["/number"]
    assert (evidence.page, evidence.text) == (1, "A-17")
    x0, top, x1, bottom = evidence.box
    middle = 50 + 17.5 * 5  # of the seventeenth and eighteenth letter, spaces being narrower
    assert x0 < (middle - 20) / 595 < x1
    assert top < 55 / 842 < bottom


@pytest.mark.parametrize("name", ["printed-german.pdf", "printed-french.pdf", "printed-polish.pdf", "printed-us.pdf"])
def test_every_value_of_the_samples_has_evidence(name: str) -> None:
    reading = read(SAMPLES / name)
    (invoice,) = reading.invoices
    assert {"/number", "/issue_date", "/seller/name", "/buyer/name", "/totals/with_vat"} <= set(invoice.evidence)
    assert all(0 <= share <= 1 for evidence in invoice.evidence.values() for share in evidence.box)
    assert all(0 <= evidence.confidence <= 1 for evidence in invoice.evidence.values())
    assert Reading.from_json(reading.to_json()) == reading


def test_the_breakdown_of_one_rate_has_the_places_of_the_totals_that_it_repeats() -> None:
    evidence = read(SAMPLES / "printed-german.pdf").invoices[0].evidence
    assert evidence["/vat_breakdown/0/taxable_amount"] == evidence["/totals/without_vat"]
    assert evidence["/vat_breakdown/0/tax_amount"] == evidence["/totals/vat"]
    assert evidence["/vat_breakdown/0/rate"].text == "19 %"
    assert evidence["/vat_breakdown/0/rate"].page == evidence["/totals/vat"].page


def test_two_invoices_in_one_pdf_are_two() -> None:
    reading = read(SAMPLES / "two-invoices.pdf")
    assert [invoice.invoice.number for invoice in reading.invoices] == ["SH/4409", "100418"]
    assert not set(reading.invoices[0].pages) & set(reading.invoices[1].pages)


def test_a_letter_is_not_an_invoice() -> None:
    reading = read(SAMPLES / "not-an-invoice.pdf")
    assert [finding.rule for finding in reading.findings] == ["INVOICY-NO-INVOICE"]


def test_pages_without_text_are_said_to_need_recognition() -> None:
    invoices, findings = read_pages((PageText(1, 595, 842, (), needs_ocr=True, unread=UnreadContent.PICTURE),))
    assert invoices == ()
    assert [finding.rule for finding in findings] == ["INVOICY-NEEDS-OCR"]


def test_a_sum_that_fails_is_named_and_the_invoice_is_for_review() -> None:
    lines = (
        (50.0, 50.0, "Invoice No: A-17"),
        (300.0, 400.0, "Net total"),
        (500.0, 400.0, "100.00"),
        (300.0, 415.0, "Total VAT"),
        (500.0, 415.0, "20.00"),
        (300.0, 430.0, "Grand total"),
        (500.0, 430.0, "125.00"),
    )
    (invoice,), _ = read_pages((page(*lines),))
    assert invoice.status == "review"
    assert all(finding.message.endswith(".") for finding in invoice.findings)
