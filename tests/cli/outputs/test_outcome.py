"""The outcome of reading a document."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from invoicy.cli.outputs.outcome import failed, outcome_of
from invoicy.model import Invoice, Seller, Totals
from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status

FATAL = Finding("BR-02", Severity.FATAL, "The invoice number (BT-1) is missing.")
WARNING = Finding("BR-DE-21", Severity.WARNING, "The specification identifier is missing.")
INFORMATION = Finding("INVOICY-UNMAPPED", Severity.INFORMATION, "A value has no term.")


def reading_of(*findings: Finding, invoice: Invoice | None = None) -> Reading:
    return Reading(
        id="1",
        name="a.xml",
        media_type="application/xml",
        syntax="ubl",
        status=Status.ACCEPTED,
        invoices=(InvoiceReading(invoice or Invoice(), findings=findings),),
    )


def test_values_are_text_with_the_currency_behind_the_total() -> None:
    invoice = Invoice(
        number="7",
        issue_date=date(2026, 3, 1),
        currency_code="EUR",
        seller=Seller(name="Kestrel Timber Ltd"),
        totals=Totals(with_vat=Decimal("1234.50")),
    )
    (outcome,) = outcome_of(Path("a.xml"), reading_of(invoice=invoice), "{}").invoices
    assert (outcome.number, outcome.issue_date, outcome.seller) == ("7", "2026-03-01", "Kestrel Timber Ltd")
    assert outcome.total == "1,234.50 EUR"


def test_the_gravest_finding_is_the_remark_and_the_others_are_counted() -> None:
    (outcome,) = outcome_of(Path("a.xml"), reading_of(WARNING, FATAL), "", check="invoicy check a.xml").invoices
    assert outcome.remark == f"{FATAL.message} (1 more: invoicy check a.xml)"


def test_information_is_not_a_remark() -> None:
    (outcome,) = outcome_of(Path("a.xml"), reading_of(INFORMATION), "").invoices
    assert outcome.remark == ""


def test_a_fatal_finding_makes_the_invoice_one_to_review() -> None:
    assert outcome_of(Path("a.xml"), reading_of(FATAL), "").invoices[0].status is Status.REVIEW


def test_a_document_without_a_reading_is_unreadable() -> None:
    assert failed(Path("a.xml"), "There is no file at a.xml.").verdict == "unreadable"
    assert outcome_of(Path("a.xml"), reading_of(), "").verdict == "accepted"
