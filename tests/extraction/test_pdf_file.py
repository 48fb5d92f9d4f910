"""The pages of a PDF, read as invoices at most once."""

from invoicy.documents.document import Document
from invoicy.extraction.pdf_file import PdfFile
from tests.pages.typeset import page


def test_the_invoices_on_the_pages_are_read_once() -> None:
    pages = (page((50, 50, "Invoice No: A-4711"), (300, 430, "Total"), (500, 430, "120.00 EUR")),)
    pdf = PdfFile(Document("1", "a.pdf", "application/pdf", b""), pages, 1)
    assert [each.invoice.number for each in pdf.printed.invoices] == ["A-4711"]
    assert pdf.printed is pdf.printed
