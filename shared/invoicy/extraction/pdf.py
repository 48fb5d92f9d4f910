"""Reads a PDF: its embedded e-invoice, else its pages, else its other attachments."""

from msgspec import structs

from invoicy.documents.document import Document
from invoicy.extraction.hybrid import compared_with_pages
from invoicy.extraction.options import Options
from invoicy.extraction.parts import XML, distinct, joined, read_each, reasons
from invoicy.extraction.pdf_file import PdfFile
from invoicy.extraction.result import ExtractionResult, PartReader
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding, Severity
from invoicy.rules.checking import PRINTED, checked


def read_pdf(document: Document, options: Options, read_part: PartReader) -> ExtractionResult:
    """Read the e-invoice in the PDF, else the pages, else the attachments.

    A PDF attached beside an e-invoice supports it and is not read: a timesheet, a hotel bill.
    """
    from invoicy.pages.sources.pdf.contents import contents_of_pdf  # PDFium, which an XML does not need

    contents = contents_of_pdf(document.content, attachments=not options.printed)
    pdf = PdfFile(document, contents.pages, contents.page_count)
    attachments = distinct(contents.attachments)
    xml = read_each((part for part in attachments if part.media_type == XML), read_part)
    electronic = joined(xml)
    if electronic is not None:
        return electronic if contents.fault else compared_with_pages(electronic, pdf)
    if contents.fault is not None:
        raise contents.fault
    pages = _read_pages(pdf, options, reasons(xml, Severity.WARNING))
    if pages.invoices:
        return pages
    others = joined(read_each((part for part in attachments if part.media_type != XML), read_part))
    return structs.replace(others, pdfs=(pdf, *others.pdfs)) if others else pages


def _read_pages(pdf: PdfFile, options: Options, findings: tuple[Finding, ...]) -> ExtractionResult:
    """Return the invoices on the pages of a PDF. findings: about the XML in it.

    Paper need not state all that an e-invoice must: it is checked only against a profile that was asked for.
    """
    invoices = pdf.printed.invoices
    if options.profile != Profile.AUTO:
        invoices = tuple(checked(invoice, options.profile) for invoice in invoices)
    syntax = PRINTED if invoices else ExtractionResult().syntax
    return ExtractionResult(syntax, invoices, (*pdf.printed.findings, *findings), pdfs=(pdf,))
