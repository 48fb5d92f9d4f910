"""Files embedded in a PDF. Neither their names nor the PDF's metadata decide which of them are returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoicy.documents.document import Document
from invoicy.documents.pdfium import open_pdf

if TYPE_CHECKING:
    import pypdfium2

_MAX_ATTACHMENTS = 1000  # more than a document may contain, so that one with more is refused and not shortened


def attachments_of_pdf(document: Document) -> tuple[Document, ...]:
    """Return the embedded files in the order of the PDF's name tree.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    with open_pdf(document.content) as pdf:
        return attachments_in(pdf)


def attachments_in(pdf: pypdfium2.PdfDocument) -> tuple[Document, ...]:
    """Return the embedded files of an open PDF."""
    attachments = (pdf.get_attachment(index) for index in range(min(pdf.count_attachments(), _MAX_ATTACHMENTS)))
    return tuple(Document.of(bytes(attachment.get_data()), attachment.get_name()) for attachment in attachments)
