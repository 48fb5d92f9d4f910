"""Findings about the pages of a hybrid, which are read only to compare them with its XML."""

from collections.abc import Iterable, Iterator, Sequence

from invoicy.pages.findings.coverage import NEEDS_OCR, pages_in
from invoicy.pages.findings.paid_marks import MARKED_PAID
from invoicy.readings.agreement import DISAGREES
from invoicy.readings.reading import Finding, InvoiceReading, Severity

NOT_COMPARED = "INVOICY-PAGE-NOT-COMPARED"
_SURE = 0.9


def about_pages(
    shown: Sequence[InvoiceReading], others: Iterable[InvoiceReading], findings: Iterable[Finding]
) -> Iterator[Finding]:
    """The findings about what pages show and the XML may lack.

    shown: all invoices on the pages; others: those that are not the one of the XML; findings: about the document.
    """
    every = [*findings, *(finding for reading in shown for finding in reading.findings)]
    yield from (_other(reading) for reading in others if _is_sure(reading))
    if numbers := sorted({int(value) for finding in every if finding.rule == NEEDS_OCR for value in finding.values}):
        was = "were" if len(numbers) > 1 else "was"
        message = f"{pages_in(numbers).capitalize()} {was} not compared with the XML"
        message += ": without OCR nothing can be read there."
        yield Finding(NOT_COMPARED, Severity.WARNING, message, values=tuple(map(str, numbers)))
    yield from (finding for finding in every if finding.rule == MARKED_PAID)


def _other(reading: InvoiceReading) -> Finding:
    number, verb = str(reading.invoice.number), "show" if len(reading.pages) > 1 else "shows"
    message = f"{pages_in(reading.pages).capitalize()} {verb} another invoice, {number}, which the XML does not hold."
    return Finding(DISAGREES, Severity.FATAL, message, terms=("BT-1",), values=tuple(map(str, reading.pages)))


def _is_sure(reading: InvoiceReading) -> bool:
    """It has a number and a total of its own; what is hard to read may be a page of the e-invoice."""
    values = [reading.evidence.get(path) for path in ("/number", "/totals/with_vat")]
    return all(value is not None and value.confidence >= _SURE for value in values)
