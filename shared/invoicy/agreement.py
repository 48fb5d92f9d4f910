"""One invoice twice in a document, as XML and as a page: the XML counts, and the page must not contradict it."""

from collections.abc import Sequence

from msgspec import structs

from invoicy.model import Invoice
from invoicy.reading import Finding, InvoiceReading, Severity, Status

DISAGREES = "INVOICY-PAGE-DISAGREES"


def with_pages(electronic: Sequence[InvoiceReading], shown: Sequence[InvoiceReading]) -> tuple[InvoiceReading, ...]:
    """The e-invoices, then what is shown and is none of them."""
    numbers = {_number(reading.invoice) for reading in electronic}
    together = [_compared(reading, shown) for reading in electronic]
    return (*together, *(page for page in shown if _number(page.invoice) not in numbers))


def _compared(reading: InvoiceReading, shown: Sequence[InvoiceReading]) -> InvoiceReading:
    pages = [page for page in shown if _number(page.invoice) == _number(reading.invoice)]
    findings = tuple(finding for page in pages for finding in _contradictions(reading.invoice, page.invoice))
    if not findings:
        return reading
    return structs.replace(reading, findings=(*reading.findings, *findings), status=Status.REVIEW)


def _contradictions(invoice: Invoice, page: Invoice) -> list[Finding]:
    pairs = (
        ("BT-2", "/issue_date", invoice.issue_date, page.issue_date),
        ("BT-5", "/currency_code", invoice.currency_code, page.currency_code),
        ("BT-112", "/totals/with_vat", _with_vat(invoice), _with_vat(page)),
    )
    return [
        Finding(
            DISAGREES,
            Severity.FATAL,
            f"The page shows {on_page} for {term}, the XML says {said}.",
            path=path,
            terms=(term,),
            values=(str(said), str(on_page)),
        )
        for term, path, said, on_page in pairs
        if said is not None and on_page is not None and said != on_page
    ]


def _with_vat(invoice: Invoice) -> object:
    return invoice.totals.with_vat if invoice.totals else None


def _number(invoice: Invoice) -> str:
    return "".join((invoice.number or "").split()).casefold()
