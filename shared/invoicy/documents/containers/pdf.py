"""Files embedded in a PDF. Neither their names nor the PDF's metadata decide which of them are returned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from invoicy.documents.document import Document
from invoicy.documents.pdfium import open_pdf

if TYPE_CHECKING:
    import pypdfium2

_MAX_ATTACHMENTS = 1000


def attachments_of_pdf(document: Document) -> tuple[Document, ...]:
    """Embedded files in the order of the PDF's name tree.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    with open_pdf(document.content) as pdf:
        return tuple(_attachments(pdf))


def _attachments(pdf: pypdfium2.PdfDocument) -> Iterator[Document]:
    for index in range(min(pdf.count_attachments(), _MAX_ATTACHMENTS)):
        attachment = pdf.get_attachment(index)
        yield Document.of(bytes(attachment.get_data()), attachment.get_name())
