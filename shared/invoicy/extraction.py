"""From a document to a reading: unpack it, choose what holds an invoice, extract. Never an exception for bad bytes."""

from collections.abc import Iterator

from msgspec import Struct, structs

from invoicy.checking import checked, checked_extract
from invoicy.containers import parts_of
from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.formats import read_xml
from invoicy.pages.printed import read_pdf
from invoicy.profiles import Profile
from invoicy.reading import Finding, InvoiceReading, Reading, Severity, Unmapped, worst

MAX_DOCUMENT_BYTES = 256 * 1024 * 1024
_MAX_DEPTH = 4
_PRINTED = "printed"


class _Outcome(Struct, frozen=True):
    """What a document gave: invoices, or the reasons why not."""

    syntax: str = "unknown"
    invoices: tuple[InvoiceReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()


def read_document(document: Document, profile: str = "auto", *, printed: bool = False) -> Reading:
    """The reading of a document, held to the rules of a profile; whatever the bytes are, the answer is a reading.

    printed: ignore embedded XML and read only what the pages show.
    """
    outcome = _read(document, profile, depth=0, printed=printed)
    return Reading(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        syntax=outcome.syntax,
        status=worst(reading.status for reading in outcome.invoices),
        findings=outcome.findings,
        unmapped=outcome.unmapped,
        invoices=outcome.invoices,
    )


def _read(document: Document, profile: str, depth: int, *, printed: bool = False) -> _Outcome:
    try:
        _refuse_what_is_no_document(document, depth)
        if document.media_type == "application/xml":
            found = read_xml(document.content)
            return _Outcome(found.syntax, checked_extract(found, profile), unmapped=found.unmapped)
        return _read_parts(document, profile, depth, printed=printed)
    except UnreadableDocumentError as error:
        return _Outcome(findings=(Finding(error.rule, Severity.FATAL, error.message),))


def _refuse_what_is_no_document(document: Document, depth: int) -> None:
    if not document.content:
        raise UnreadableDocumentError("INVOICY-EMPTY-DOCUMENT", "The document is empty: it has no bytes.")
    if len(document.content) > MAX_DOCUMENT_BYTES:
        limit = MAX_DOCUMENT_BYTES >> 20
        raise UnreadableDocumentError("INVOICY-TOO-LARGE", f"The document is larger than {limit} MiB.")
    if depth > _MAX_DEPTH:
        raise UnreadableDocumentError("INVOICY-TOO-DEEP", f"Documents are nested more than {_MAX_DEPTH} deep.")


def _read_parts(document: Document, profile: str, depth: int, *, printed: bool) -> _Outcome:
    is_pdf = document.media_type == "application/pdf"
    parts = parts_of(document) if not (printed and is_pdf) else ()
    outcomes = [(part, _read(part, profile, depth + 1, printed=printed)) for part in _distinct(parts)]
    readable = [outcome for _, outcome in outcomes if outcome.invoices]
    if not readable and is_pdf:
        return _read_pages(document, profile, _reasons(outcomes, Severity.WARNING))
    if not readable:
        return _Outcome(findings=(_nothing_found(document, parts), *_reasons(outcomes, Severity.FATAL)))
    invoices = tuple(_without_copies(readable))
    unmapped = tuple(left for outcome in readable for left in outcome.unmapped)
    return _Outcome(_syntax_of(readable), invoices, _reasons(outcomes, Severity.INFORMATION), unmapped)


def _syntax_of(outcomes: list[_Outcome]) -> str:
    """That of the first XML; printed where there is none."""
    return next((outcome.syntax for outcome in outcomes if outcome.syntax != _PRINTED), _PRINTED)


def _without_copies(outcomes: list[_Outcome]) -> Iterator[InvoiceReading]:
    """The invoices, less the printed copies of those that came as XML as well."""
    written = {one.invoice.number for outcome in outcomes if outcome.syntax != _PRINTED for one in outcome.invoices}
    for outcome in outcomes:
        for one in outcome.invoices:
            if outcome.syntax != _PRINTED or one.invoice.number not in written:
                yield one


def _read_pages(document: Document, profile: str, reasons: tuple[Finding, ...]) -> _Outcome:
    """What the pages of a PDF show. Paper is held to the rules of a profile only where one is asked for: it need not
    carry all that an e-invoice must.
    """
    invoices, findings = read_pdf(document.content)
    if profile != Profile.AUTO:
        invoices = tuple(checked(invoice, profile) for invoice in invoices)
    return _Outcome(_PRINTED if invoices else "unknown", invoices, (*findings, *reasons))


def _distinct(parts: tuple[Document, ...]) -> tuple[Document, ...]:
    return tuple({part.id: part for part in parts}.values())


def _reasons(outcomes: list[tuple[Document, _Outcome]], severity: Severity) -> tuple[Finding, ...]:
    """Why parts that look like an invoice gave none; a picture or a letter beside the invoice needs no reason."""
    return tuple(
        structs.replace(finding, severity=severity, message=f"{part.name or 'A part'}: {finding.message}")
        for part, outcome in outcomes
        if not outcome.invoices and part.media_type == "application/xml"
        for finding in outcome.findings
    )


def _nothing_found(document: Document, parts: tuple[Document, ...]) -> Finding:
    if document.media_type == "message/rfc822":
        message = f"None of the {len(parts)} files attached to the e-mail is an invoice that can be read."
        return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)
    if document.media_type == "application/octet-stream":
        message = "The document is of no known kind: neither XML nor PDF nor e-mail nor an image."
        return Finding("INVOICY-UNKNOWN-KIND", Severity.FATAL, message)
    message = "The document is a picture: it needs text recognition (OCR)."
    return Finding("INVOICY-NEEDS-OCR", Severity.FATAL, message)
