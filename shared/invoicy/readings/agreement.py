"""Compares an invoice's XML with its printed pages: the XML counts, a contradiction is a finding."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from invoicy.model import Invoice
from invoicy.model.code_lists import codes
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from invoicy.wording.comparison import compact
from invoicy.wording.names import name_of

DISAGREES = "INVOICY-PAGE-DISAGREES"
_SURE = 0.7


def with_pages(electronic: Sequence[InvoiceReading], shown: Sequence[InvoiceReading]) -> tuple[InvoiceReading, ...]:
    """Return the e-invoices, then the printed invoices that are not among them; for documents that arrived together."""
    numbers = {_number(reading.invoice) for reading in electronic}
    together = [compared(reading, pages_of(reading, shown)) for reading in electronic]
    return (*together, *(page for page in shown if _number(page.invoice) not in numbers))


def pages_of(reading: InvoiceReading, shown: Sequence[InvoiceReading]) -> list[InvoiceReading]:
    """Return the printed invoices that have the number of the e-invoice."""
    return [page for page in shown if _number(page.invoice) == _number(reading.invoice)]


def compared(reading: InvoiceReading, pages: Sequence[InvoiceReading]) -> InvoiceReading:
    """Return the e-invoice; a page that contradicts it adds a finding and makes it `review`."""
    findings = tuple(finding for page in pages for finding in _contradictions(reading.invoice, page))
    if not findings:
        return reading
    return structs.replace(reading, findings=(*reading.findings, *findings), status=Status.REVIEW)


def _contradictions(invoice: Invoice, page: InvoiceReading) -> list[Finding]:
    shown = page.invoice
    pairs = (
        ("BT-1", "/number", invoice.number, shown.number),
        ("BT-2", "/issue_date", invoice.issue_date, shown.issue_date),
        ("BT-5", "/currency_code", invoice.currency_code, shown.currency_code),
        ("BT-112", "/totals/with_vat", _with_vat(invoice), _with_vat(shown)),
    )
    return [
        _finding(term, path, in_xml, on_page)
        for term, path, in_xml, on_page in pairs
        if in_xml and on_page and not _is_same(in_xml, on_page, invoice) and _is_sure(page, path)
    ]


def _is_same(in_xml: object, on_page: object, invoice: Invoice) -> bool:
    """Compare two amounts. Those of a credit note may be negative on the page only."""
    if isinstance(in_xml, Decimal) and isinstance(on_page, Decimal) and invoice.type_code in codes("credit_note_type"):
        return abs(in_xml) == abs(on_page)
    return _comparable(in_xml) == _comparable(on_page)


def _is_sure(page: InvoiceReading, path: str) -> bool:
    """Test whether the page was read well enough to contradict the XML."""
    evidence = page.evidence.get(path)
    return evidence is None or evidence.confidence >= _SURE


def _finding(term: str, path: str, in_xml: object, on_page: object) -> Finding:
    name = f"the {name_of(path)} ({term})"
    message = f"The page shows {_written(on_page)} for {name}, but the XML says {_written(in_xml)}."
    return Finding(DISAGREES, Severity.FATAL, message, path=path, terms=(term,), values=(str(in_xml), str(on_page)))


def _written(value: object) -> str:
    """Write an amount with its digits in groups of three."""
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def _with_vat(invoice: Invoice) -> object:
    return invoice.totals.with_vat if invoice.totals else None


def _number(invoice: Invoice) -> str:
    return compact(invoice.number or "")


def _comparable(value: object) -> object:
    return compact(value) if isinstance(value, str) else value
