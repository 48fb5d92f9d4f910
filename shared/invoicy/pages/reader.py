"""Reads the invoices on the pages of a document, with evidence for every value, and findings about the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_page, combine_pages
from invoicy.pages.barcodes.draft import Draft
from invoicy.pages.barcodes.reconciliation import reconciled
from invoicy.pages.fields.document_type import document_type_of
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.findings.lines import lines_finding
from invoicy.pages.findings.pages import with_page_findings
from invoicy.pages.findings.paid_marks import paid_finding
from invoicy.pages.findings.terms import doubts
from invoicy.pages.findings.totals import totals_findings
from invoicy.pages.findings.unread_pages import no_invoice, nothing_read, pages_beyond_limit, unread_of
from invoicy.pages.invoice_signs import shows_invoice
from invoicy.pages.printed_terms.by_pointer import evidence_of_terms, single_rate_evidence, terms_by_pointer
from invoicy.pages.printed_terms.choice import PrintedTerms, printed_terms_of
from invoicy.pages.printed_terms.invoice import invoice_of
from invoicy.pages.sources.page import PageText
from invoicy.pages.splitting import split_annotated_pages
from invoicy.readings.reading import Finding, InvoiceReading
from invoicy.readings.status import status_of

_TYPE_CODES = {"invoice": "380", "credit_note": "381"}  # UNTDID 1001


class PagesResult(NamedTuple):
    """The invoices on pages, or the findings that explain why there are none."""

    invoices: tuple[InvoiceReading, ...]
    findings: tuple[Finding, ...] = ()


def read_pages(pages: tuple[PageText, ...], page_count: int | None = None) -> PagesResult:
    """Read the invoices on pages of words, from a text layer or from OCR.

    page_count: the number of pages of the document, if these are only its first.
    """
    page_count = len(pages) if page_count is None else page_count
    readable = tuple(annotate_page(page) for page in pages if not page.needs_ocr)
    if not readable:
        return PagesResult((), (nothing_read(pages, page_count),))
    groups = (combine_pages(group) for group in split_annotated_pages(readable))
    readings = tuple(reading for group in groups if (reading := _read_invoice(group)))
    if not readings:
        return PagesResult((), (no_invoice((*unread_of(pages), *pages_beyond_limit(page_count))),))
    return PagesResult(tuple(with_page_findings(readings, pages, page_count)))


def _read_invoice(pages: AnnotatedPages) -> InvoiceReading | None:
    """Return the reading of one invoice; None if the pages are another document."""
    type_code = _TYPE_CODES.get(document_type_of(pages))
    if type_code is None:
        return None
    terms = printed_terms_of(pages)
    if not shows_invoice(pages, terms):
        return None
    values = dict(terms_by_pointer(terms))
    draft = reconciled(Draft(invoice_of(terms, type_code), evidence_of_terms(pages, values)), pages)
    findings = tuple(_findings(pages, terms, values, draft))
    return InvoiceReading(
        draft.invoice,
        status_of(findings),
        findings,
        draft.evidence | dict(single_rate_evidence(pages, terms)),
        pages=tuple(layout.page.number for layout in pages.layouts),
    )


def _findings(
    pages: AnnotatedPages, terms: PrintedTerms, values: Mapping[str, FieldValue[Any]], draft: Draft
) -> Iterator[Finding]:
    """Yield the findings about terms, totals, barcodes, marks and lines, in this order."""
    yield from doubts(pages, values, draft.evidence)
    yield from totals_findings(terms.totals, draft.invoice.currency_code or "")
    yield from draft.findings
    for finding in (paid_finding(pages, terms.totals), lines_finding(pages, terms.totals)):
        if finding is not None:
            yield finding
