"""Invoices of documents inside a document."""

from invoicy.documents.document import Document
from invoicy.extraction.parts import (
    findings_of_parts,
    findings_of_xml_parts,
    joined_invoices,
    read_each,
    without_copies,
)
from invoicy.extraction.result import ExtractionResult
from invoicy.model import Invoice
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status

XML, PDF = Document.of(b"<a/>", "a.xml"), Document.of(b"%PDF-1.7", "b.pdf")
FAULT = Finding("INVOICY-X", Severity.FATAL, "It is broken.")


def _result(syntax: str, *numbers: str) -> ExtractionResult:
    return ExtractionResult(
        syntax, tuple(InvoiceReading(Invoice(number=number), Status.ACCEPTED) for number in numbers)
    )


def test_copies_are_read_once() -> None:
    parts = without_copies((XML, PDF, Document.of(b"<a/>", "copy.xml")))
    assert [part.id for part in parts] == [XML.id, PDF.id]


def test_parts_without_an_invoice_join_to_none() -> None:
    assert joined_invoices(read_each([XML, PDF], lambda _: ExtractionResult())) is None


def test_the_page_of_an_e_invoice_is_not_a_second_invoice() -> None:
    result = joined_invoices([(XML, _result("ubl", "R-1")), (PDF, _result("printed", "R-1", "R-2"))])
    assert result is not None
    assert [reading.invoice.number for reading in result.invoices] == ["R-1", "R-2"]
    assert result.syntax == "ubl"


def test_only_an_xml_needs_a_reason_for_having_no_invoice() -> None:
    failed = ExtractionResult(findings=(FAULT,))
    (finding,) = findings_of_xml_parts([(XML, failed), (PDF, failed)], Severity.WARNING)
    assert (finding.severity, finding.message) == (Severity.WARNING, "a.xml: It is broken.")


def test_a_part_without_a_name_is_called_so() -> None:
    (finding,) = findings_of_parts([(Document.of(b"<a/>"), ExtractionResult(findings=(FAULT,)))], Severity.FATAL)
    assert finding.message == "a part without a name: It is broken."
