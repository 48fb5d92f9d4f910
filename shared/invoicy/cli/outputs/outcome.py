"""The outcome of reading a document: what the table and the summary need of it. Thousands fit into memory."""

from pathlib import Path

from msgspec import Struct

from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status
from invoicy.readings.status import status_of, worst

_MATTERS = (Severity.FATAL, Severity.WARNING)


class InvoiceOutcome(Struct, frozen=True):
    """An invoice of a document, as text; "" for a missing value. remark: its gravest finding."""

    status: Status
    number: str = ""
    issue_date: str = ""
    seller: str = ""
    total: str = ""
    remark: str = ""


class DocumentOutcome(Struct, frozen=True):
    """A document. remark: the gravest finding about the document itself. text: the rendered reading.

    error: a sentence if there is no reading, else "". names_path: True if that sentence contains the path.
    """

    path: Path
    status: Status
    syntax: str = ""
    media_type: str = ""
    invoices: tuple[InvoiceOutcome, ...] = ()
    remark: str = ""
    error: str = ""
    names_path: bool = False
    text: str = ""

    @property
    def verdict(self) -> str:
        return "unreadable" if self.error else str(self.status)


def outcome_of(path: Path, reading: Reading, text: str, *, check: str = "") -> DocumentOutcome:
    """Return the outcome of a document that was read. check: command that lists all its findings, or ""."""
    return DocumentOutcome(
        path,
        reading.status,
        syntax=reading.syntax,
        media_type=reading.media_type,
        invoices=tuple(_invoice(invoice, check) for invoice in reading.invoices),
        remark=_remark(reading.findings, check),
        text=text,
    )


def failed(path: Path, error: str, *, names_path: bool = False) -> DocumentOutcome:
    """Return the outcome of a document that could not be read. error: a sentence with the reason."""
    return DocumentOutcome(path, Status.REJECTED, error=error, names_path=names_path)


def _invoice(reading: InvoiceReading, check: str) -> InvoiceOutcome:
    invoice = reading.invoice
    total = invoice.totals.with_vat if invoice.totals else None
    amount = "" if total is None else f"{total:,f}"
    return InvoiceOutcome(
        worst((reading.status, status_of(reading.findings))),
        number=invoice.number or "",
        issue_date=str(invoice.issue_date or ""),
        seller=(invoice.seller.name if invoice.seller else None) or "",
        total=f"{amount} {invoice.currency_code or ''}".strip() if amount else "",
        remark=_remark(reading.findings, check),
    )


def _remark(findings: tuple[Finding, ...], check: str) -> str:
    """Return the gravest finding and the number of the others; "" if there are only findings for information."""
    matters = [finding for severity in _MATTERS for finding in findings if finding.severity is severity]
    if not matters:
        return ""
    if len(matters) == 1:
        return matters[0].message
    more = len(matters) - 1
    return f"{matters[0].message} ({more} more: {check})" if check else f"{matters[0].message} (and {more} more)"
