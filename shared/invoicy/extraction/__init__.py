"""From a document to its reading: choose the reader for its media type, read, check. Bad bytes raise no exception.

The readers are listed in `readers.py`, the containers in `invoicy.documents.containers`. A new kind of document is one
module and one line in the table that it belongs to.
"""

from invoicy.documents.document import Document
from invoicy.extraction.limits import MAX_DOCUMENT_BYTES, TOO_LARGE, too_large
from invoicy.extraction.pdf_file import PdfFile
from invoicy.extraction.readers import extract
from invoicy.extraction.result import Options
from invoicy.readings.reading import Reading
from invoicy.readings.status import worst

__all__ = ["MAX_DOCUMENT_BYTES", "TOO_LARGE", "PdfFile", "read_document", "read_with_pdfs", "too_large"]


def read_document(document: Document, profile: str = "auto", *, printed: bool = False) -> Reading:
    """Read a document. Always returns a reading, which is rejected if the document contains no invoice.

    profile: the rules to check the invoices against, one of Profile. printed: ignore embedded XML and read only the
    pages of a PDF.
    """
    return read_with_pdfs(document, profile, printed=printed)[0]


def read_with_pdfs(
    document: Document, profile: str = "auto", *, printed: bool = False
) -> tuple[Reading, tuple[PdfFile, ...]]:
    """Read a document as read_document does. Returns its reading, and the PDFs whose pages were read, outer ones first.

    The document itself and the files inside it may be PDFs.
    """
    result = extract(document, Options(profile, printed))
    reading = Reading(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        syntax=result.syntax,
        status=worst(invoice.status for invoice in result.invoices),
        findings=result.findings,
        unmapped=result.unmapped,
        invoices=result.invoices,
    )
    return reading, result.pdfs
