"""The options and the result of reading a document, and the signature of its readers."""

from collections.abc import Callable

from msgspec import Struct

from invoicy.documents.document import Document
from invoicy.extraction.pdf_file import PdfFile
from invoicy.readings.reading import Finding, InvoiceReading, Unmapped

UNKNOWN_SYNTAX = "unknown"  # of a document without an invoice


class Options(Struct, frozen=True):
    """Options that apply to a document and to all documents inside it.

    profile: the rules to check the invoices against, one of Profile. printed: ignore embedded XML and read only the
    pages of a PDF.
    """

    profile: str = "auto"
    printed: bool = False


class ExtractionResult(Struct, frozen=True):
    """The invoices of a document, or the findings that explain why there are none.

    syntax, unmapped: as in Reading. pdfs: the PDFs whose pages were read, outer ones first.
    """

    syntax: str = UNKNOWN_SYNTAX
    invoices: tuple[InvoiceReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
    pdfs: tuple[PdfFile, ...] = ()


PartReader = Callable[[Document], ExtractionResult]
"""Reads a document that is inside another one, with the same options. Raises nothing."""
Reader = Callable[[Document, Options, PartReader], ExtractionResult]
"""Reads a document of one media type. May raise UnreadableDocumentError."""
