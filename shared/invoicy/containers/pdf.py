"""Files embedded in a PDF, whatever they are called and whatever its metadata say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError

if TYPE_CHECKING:
    import pypdfium2

_MAX_ATTACHMENTS = 1000


def attachments_of_pdf(document: Document) -> tuple[Document, ...]:
    """Embedded files in the order of the PDF's name tree.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    import pypdfium2  # 6 MB of shared library, wanted only where a PDF comes

    try:
        with pypdfium2.PdfDocument(document.content) as pdf:
            return tuple(_attachments(pdf))
    except pypdfium2.PdfiumError as error:
        raise _unreadable(str(error)) from error


def _attachments(pdf: pypdfium2.PdfDocument) -> Iterator[Document]:
    for index in range(min(pdf.count_attachments(), _MAX_ATTACHMENTS)):
        attachment = pdf.get_attachment(index)
        yield Document.of(bytes(attachment.get_data()), attachment.get_name())


def _unreadable(reason: str) -> UnreadableDocumentError:
    if "password" in reason.lower():
        return UnreadableDocumentError(
            "INVOICY-ENCRYPTED", "The PDF is encrypted; ask the seller for a copy without a password."
        )
    return UnreadableDocumentError("INVOICY-PDF-BROKEN", f"The PDF cannot be opened ({reason}); ask for another copy.")
