"""The contents of a PDF, from one opening: attachments, and pages with their words and barcodes."""

from __future__ import annotations

from msgspec import Struct, structs

from invoicy.documents.containers.limits import within_limits
from invoicy.documents.containers.pdf import attachments_in
from invoicy.documents.document import Document
from invoicy.documents.pdfium import open_pdf, pdfium_errors
from invoicy.errors import UnreadableDocumentError
from invoicy.pages.sources.page import PageText
from invoicy.pages.sources.pdf.text_layer import pages_in


class PdfContents(Struct, frozen=True):
    """The attachments and the first MAX_PAGES pages of a PDF. page_count: the number of all its pages.

    fault: the error that kept the pages from being read; the attachments are readable nevertheless.
    """

    page_count: int
    attachments: tuple[Document, ...] = ()
    pages: tuple[PageText, ...] = ()
    fault: UnreadableDocumentError | None = None


def contents_of_pdf(content: bytes, *, attachments: bool = True) -> PdfContents:
    """Read a PDF. attachments: False to leave the attachments out.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken, or has too many attachments.
    """
    with open_pdf(content) as pdf:
        contents = PdfContents(len(pdf), within_limits(attachments_in(pdf)) if attachments else ())
        try:
            with pdfium_errors(content):
                return structs.replace(contents, pages=pages_in(pdf))
        except UnreadableDocumentError as fault:
            return structs.replace(contents, fault=fault)
