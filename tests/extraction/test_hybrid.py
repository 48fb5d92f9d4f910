"""The XML of a hybrid PDF beside its pages."""

from invoicy.documents.document import Document
from invoicy.extraction.hybrid import NOT_COMPARED, compared_with_pages
from invoicy.extraction.pdf_file import PdfFile
from invoicy.extraction.result import ExtractionResult
from invoicy.model import Invoice
from invoicy.pages.sources.page import PageText, UnreadContent
from invoicy.readings.reading import InvoiceReading, Status
from tests.pages.typeset import page

DOCUMENT = Document("1", "hybrid.pdf", "application/pdf", b"")
TOTAL = ((300.0, 430.0, "Total"), (500.0, 430.0, "120.00 EUR"))


def _electronic(*numbers: str) -> ExtractionResult:
    return ExtractionResult("ubl", tuple(InvoiceReading(Invoice(number=each), Status.ACCEPTED) for each in numbers))


def _pdf(*pages: PageText) -> PdfFile:
    return PdfFile(DOCUMENT, pages, len(pages))


def _rules(electronic: ExtractionResult, pdf: PdfFile) -> list[str]:
    return [finding.rule for each in compared_with_pages(electronic, pdf).invoices for finding in each.findings]


def test_a_page_with_the_same_number_adds_no_finding() -> None:
    assert _rules(_electronic("A-4711"), _pdf(page((50, 50, "Invoice No: A-4711"), *TOTAL))) == []


def test_a_page_with_another_number_contradicts_the_xml() -> None:
    result = compared_with_pages(_electronic("B-9922"), _pdf(page((50, 50, "Invoice No: A-4711"), *TOTAL)))
    assert [finding.rule for finding in result.invoices[0].findings] == ["INVOICY-PAGE-DISAGREES"]
    assert result.invoices[0].status is Status.REVIEW


def test_a_scan_is_reported_as_not_compared() -> None:
    scan = PageText(1, 595, 842, (), needs_ocr=True, unread=UnreadContent.PICTURE)
    assert _rules(_electronic("A-4711"), _pdf(scan)) == [NOT_COMPARED]


def test_several_e_invoices_are_not_compared() -> None:
    pdf = _pdf(page((50, 50, "Invoice No: C-1001"), *TOTAL))
    result = compared_with_pages(_electronic("A-4711", "B-9922"), pdf)
    assert [each.findings for each in result.invoices] == [(), ()]
    assert result.pdfs == (pdf,)
