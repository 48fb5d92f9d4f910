"""Compares the XML of a hybrid PDF with its pages, which people see and programs do not.

`contradictions` compares the values. This module chooses the pages, and reports those that show something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from invoicy.extraction.contradictions import DISAGREES, same_number, with_contradictions
from invoicy.extraction.pdf_file import PdfFile
from invoicy.extraction.result import ExtractionResult
from invoicy.readings.reading import Finding, InvoiceReading, Severity
from invoicy.readings.status import status_of, worst

NOT_COMPARED = "INVOICY-PAGE-NOT-COMPARED"
_MIN_OF_OTHER_INVOICE = 0.9  # confidence of the number and total of an invoice that the XML lacks; set by hand


def compared_with_pages(electronic: ExtractionResult, pdf: PdfFile) -> ExtractionResult:
    """Add the findings about pages that contradict the e-invoice, or show more than it contains.

    Several e-invoices in one PDF are not compared, because the page of each is not known.
    """
    if len(electronic.invoices) != 1:
        return structs.replace(electronic, pdfs=(pdf,))
    (invoice,), printed = electronic.invoices, pdf.printed
    same = printed.invoices if len(printed.invoices) == 1 else same_number(invoice, printed.invoices)
    further = [reading for reading in printed.invoices if reading not in same]
    invoice = with_contradictions(invoice, same)
    findings = tuple(_findings(printed.invoices, further, printed.findings))
    status = worst((invoice.status, status_of(findings)))
    invoice = structs.replace(invoice, findings=(*invoice.findings, *findings), status=status)
    return structs.replace(electronic, invoices=(invoice,), pdfs=(pdf,))


def _findings(
    printed: Sequence[InvoiceReading], further: Iterable[InvoiceReading], about_pages: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings about content of the pages that the XML may lack.

    printed: all invoices on the pages. further: those that are not the invoice of the XML. about_pages: findings about
    pages without an invoice.
    """
    from invoicy.pages.findings.page_names import pages_in_words
    from invoicy.pages.findings.paid_marks import MARKED_PAID
    from invoicy.pages.findings.unread_pages import NEEDS_OCR

    findings = [*about_pages, *(finding for reading in printed for finding in reading.findings)]
    yield from (_other_invoice(reading) for reading in further if _is_certain(reading))
    if numbers := sorted({int(value) for finding in findings if finding.rule == NEEDS_OCR for value in finding.values}):
        was = "were" if len(numbers) > 1 else "was"
        message = f"{pages_in_words(numbers).capitalize()} {was} not compared with the XML"
        message += ": without OCR nothing can be read there."
        yield Finding(NOT_COMPARED, Severity.WARNING, message, values=tuple(map(str, numbers)))
    yield from (finding for finding in findings if finding.rule == MARKED_PAID)


def _other_invoice(reading: InvoiceReading) -> Finding:
    from invoicy.pages.findings.page_names import pages_in_words

    number, verb = str(reading.invoice.number), "show" if len(reading.pages) > 1 else "shows"
    message = (
        f"{pages_in_words(reading.pages).capitalize()} {verb} another invoice, {number}, which the XML does not hold."
    )
    return Finding(DISAGREES, Severity.FATAL, message, terms=("BT-1",), values=tuple(map(str, reading.pages)))


def _is_certain(reading: InvoiceReading) -> bool:
    """Test whether the number and the total were read for certain.

    A page that is hard to read may be a page of the e-invoice.
    """
    values = [reading.evidence.get(path) for path in ("/number", "/totals/with_vat")]
    return all(value is not None and value.confidence >= _MIN_OF_OTHER_INVOICE for value in values)
