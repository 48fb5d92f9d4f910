"""The order in which a PDF is read: embedded e-invoice, pages, other attachments."""

from invoicy.documents.document import Document
from invoicy.extraction.pdf import read_pdf
from invoicy.extraction.result import ExtractionResult, Options
from invoicy.model import Invoice
from invoicy.readings.reading import InvoiceReading
from tests.documents.containers.test_pdf import pdf_with
from tests.pages.pdfs import pdf_of, text
from tests.requirements import SAMPLES
from tests.xml_documents import ubl


class _Parts:
    """A PartReader that notes the parts that it reads, each with one invoice or none."""

    def __init__(self, *syntaxes: str) -> None:
        self.names: list[str] = []
        self._syntaxes = list(syntaxes)

    def __call__(self, part: Document) -> ExtractionResult:
        self.names.append(part.name)
        syntax = self._syntaxes.pop(0)
        return ExtractionResult(syntax, (InvoiceReading(Invoice(number="R-1")),)) if syntax else ExtractionResult()


def _read(content: bytes, parts: _Parts, *, printed: bool = False) -> ExtractionResult:
    return read_pdf(Document.of(content, "a.pdf"), Options(printed=printed), parts)


def test_an_embedded_e_invoice_comes_first_and_other_attachments_are_not_read() -> None:
    parts = _Parts("ubl")
    result = _read(pdf_with(("note.txt", b"Hello"), ("a.xml", ubl())), parts)
    assert (result.syntax, parts.names) == ("ubl", ["a.xml"])


def test_pages_come_before_attachments_without_an_e_invoice() -> None:
    parts = _Parts()
    result = _read(pdf_of(text()), parts)
    assert (result.syntax, len(result.invoices), parts.names) == ("printed", 1, [])


def test_attachments_are_read_if_the_pages_show_no_invoice() -> None:
    bill = (SAMPLES / "printed-german.pdf").read_bytes()
    parts = _Parts("printed")
    result = _read(pdf_with(("bill.pdf", bill)), parts)
    assert (len(result.invoices), parts.names) == (1, ["bill.pdf"])
    assert [pdf.document.name for pdf in result.pdfs] == ["a.pdf"]


def test_printed_ignores_everything_embedded() -> None:
    parts = _Parts()
    assert _read(pdf_with(("a.xml", ubl())), parts, printed=True).invoices == ()
    assert parts.names == []
