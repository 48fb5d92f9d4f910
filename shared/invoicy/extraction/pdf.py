"""Reads a PDF: its embedded e-invoice, else its pages, else its other attachments."""

from msgspec import structs

from invoicy.documents.document import Document
from invoicy.documents.kinds import XML
from invoicy.extraction.hybrid import compared_with_pages
from invoicy.extraction.parts import findings_of_xml_parts, joined_invoices, read_each, without_copies
from invoicy.extraction.pdf_file import PdfFile
from invoicy.extraction.result import UNKNOWN_SYNTAX, ExtractionResult, Options, PartReader
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
    attachments = without_copies(contents.attachments)
    xml = read_each((part for part in attachments if part.media_type == XML), read_part)
    electronic = joined_invoices(xml)
    if electronic is not None:
        return electronic if contents.fault else compared_with_pages(electronic, pdf)
    if contents.fault is not None:
        raise contents.fault
    printed = _printed_invoices(pdf, options, findings_of_xml_parts(xml, Severity.WARNING))
    if printed.invoices:
        return printed
    attached = joined_invoices(read_each((part for part in attachments if part.media_type != XML), read_part))
    return structs.replace(attached, pdfs=(pdf, *attached.pdfs)) if attached else printed


def _printed_invoices(pdf: PdfFile, options: Options, findings: tuple[Finding, ...]) -> ExtractionResult:
    """Return the invoices that the pages of a PDF show. findings: about the XML in it.

    They are checked only against a profile that the caller names, because paper may leave out terms that an e-invoice
    requires.
    """
    invoices = pdf.printed.invoices
    if options.profile != Profile.AUTO:
        invoices = tuple(checked(invoice, options.profile) for invoice in invoices)
    syntax = PRINTED if invoices else UNKNOWN_SYNTAX
    return ExtractionResult(syntax, invoices, (*pdf.printed.findings, *findings), pdfs=(pdf,))
