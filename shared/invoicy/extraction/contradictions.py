"""Compares e-invoices with printed invoices: the e-invoice counts, a contradiction is a finding.

The documents may be of one e-mail or of one PDF; `hybrid` adds the findings about the pages of one PDF.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from invoicy.model import Invoice
from invoicy.model.code_lists import codes
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from invoicy.wording.comparison import compact
from invoicy.wording.names import name_of

DISAGREES = "INVOICY-PAGE-DISAGREES"
_MIN_TO_CONTRADICT = 0.7  # confidence of a printed value that differs from the XML; set by hand


def joined_with_printed(
    electronic: Sequence[InvoiceReading], printed: Sequence[InvoiceReading]
) -> tuple[InvoiceReading, ...]:
    """Return the e-invoices, then the printed invoices that are not among them; for documents that arrived together."""
    numbers = {_number(reading.invoice) for reading in electronic}
    compared = [with_contradictions(reading, same_number(reading, printed)) for reading in electronic]
    return (*compared, *(reading for reading in printed if _number(reading.invoice) not in numbers))


def same_number(electronic: InvoiceReading, printed: Sequence[InvoiceReading]) -> list[InvoiceReading]:
    """Return the printed invoices that have the number of the e-invoice."""
    return [reading for reading in printed if _number(reading.invoice) == _number(electronic.invoice)]


def with_contradictions(electronic: InvoiceReading, printed: Sequence[InvoiceReading]) -> InvoiceReading:
    """Return the e-invoice. A printed invoice that contradicts it adds a finding and makes it `review`."""
    findings = tuple(finding for reading in printed for finding in _contradictions(electronic.invoice, reading))
    if not findings:
        return electronic
    return structs.replace(electronic, findings=(*electronic.findings, *findings), status=Status.REVIEW)


def _contradictions(invoice: Invoice, printed: InvoiceReading) -> list[Finding]:
    pairs = (
        ("BT-1", "/number", invoice.number, printed.invoice.number),
        ("BT-2", "/issue_date", invoice.issue_date, printed.invoice.issue_date),
        ("BT-5", "/currency_code", invoice.currency_code, printed.invoice.currency_code),
        ("BT-112", "/totals/with_vat", _with_vat(invoice), _with_vat(printed.invoice)),
    )
    return [
        _finding(term, path, in_xml, on_page)
        for term, path, in_xml, on_page in pairs
        if in_xml and on_page and not _is_same(in_xml, on_page, invoice) and _is_sure(printed, path)
    ]


def _is_same(in_xml: object, on_page: object, invoice: Invoice) -> bool:
    """Test whether two values are the same. Amounts of a credit note may be negative on the page only."""
    if isinstance(in_xml, Decimal) and isinstance(on_page, Decimal) and invoice.type_code in codes("credit_note_type"):
        return abs(in_xml) == abs(on_page)
    return _comparable(in_xml) == _comparable(on_page)


def _is_sure(printed: InvoiceReading, path: str) -> bool:
    """Test whether the value on the page was read well enough to contradict the XML."""
    evidence = printed.evidence.get(path)
    return evidence is None or evidence.confidence >= _MIN_TO_CONTRADICT


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
