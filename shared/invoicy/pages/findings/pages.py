"""Findings about pages that were not read or are missing, added to the invoice that they may belong to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from invoicy.pages.findings.page_numbers import missing_pages
from invoicy.pages.findings.unread_pages import left_out, pages_beyond_limit, unread_of
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import Finding, InvoiceReading, Severity
from invoicy.readings.status import status_of, worst

_SEVERITIES = list(Severity)  # the gravest first


def with_page_findings(
    readings: Sequence[InvoiceReading], pages: Sequence[PageText], page_count: int
) -> Iterator[InvoiceReading]:
    """Yield the readings with the findings about pages. They may be the cause of other findings and come before them.

    A page that was not read belongs to the invoice before it, or to the first one.
    page_count: the number of pages of the document; pages may be only its first.
    """
    pages_of_invoices = {number for reading in readings for number in reading.pages}
    starts = [0, *(reading.pages[0] for reading in readings[1:]), page_count + 1]
    for reading, (start, end) in zip(readings, pairwise(starts), strict=True):
        own = [page for page in pages if start <= page.number < end]
        about_pages = (
            *unread_of(own),
            *(pages_beyond_limit(page_count) if reading is readings[-1] else ()),
            *missing_pages(own, page_count),
            *left_out(own, pages_of_invoices),
        )
        yield _with_findings(reading, about_pages)


def _with_findings(reading: InvoiceReading, findings: Sequence[Finding]) -> InvoiceReading:
    """Add findings before those of the reading, and put the gravest first."""
    ordered = tuple(sorted((*findings, *reading.findings), key=lambda finding: _SEVERITIES.index(finding.severity)))
    return structs.replace(reading, findings=ordered, status=worst((reading.status, status_of(ordered))))
