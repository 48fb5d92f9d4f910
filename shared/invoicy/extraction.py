"""From a document to a reading: unpack it, choose what holds an invoice, extract. Never an exception for bad bytes."""

from msgspec import Struct, structs

from invoicy.checking import checked_extract
from invoicy.containers import parts_of
from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.formats import read_xml
from invoicy.reading import Finding, InvoiceReading, Reading, Severity, Unmapped, worst

MAX_DOCUMENT_BYTES = 256 * 1024 * 1024
_MAX_DEPTH = 4


class _Outcome(Struct, frozen=True):
    """What a document gave: invoices, or the reasons why not."""

    syntax: str = "unknown"
    invoices: tuple[InvoiceReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()


def read_document(document: Document, profile: str = "auto") -> Reading:
    """The reading of a document, held to the rules of a profile; whatever the bytes are, the answer is a reading."""
    outcome = _read(document, profile, depth=0)
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


def _read(document: Document, profile: str, depth: int) -> _Outcome:
    try:
        _refuse_what_is_no_document(document, depth)
        if document.media_type == "application/xml":
            found = read_xml(document.content)
            return _Outcome(found.syntax, checked_extract(found, profile), unmapped=found.unmapped)
        return _read_parts(document, profile, depth)
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


def _read_parts(document: Document, profile: str, depth: int) -> _Outcome:
    parts = parts_of(document)
    outcomes = [(part, _read(part, profile, depth + 1)) for part in _distinct(parts)]
    readable = [outcome for _, outcome in outcomes if outcome.invoices]
    if not readable:
        return _Outcome(findings=(_nothing_found(document, parts), *_reasons(outcomes, Severity.FATAL)))
    invoices = tuple(invoice for outcome in readable for invoice in outcome.invoices)
    unmapped = tuple(left for outcome in readable for left in outcome.unmapped)
    return _Outcome(readable[0].syntax, invoices, _reasons(outcomes, Severity.INFORMATION), unmapped)


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
    message = "There is no e-invoice XML in it; reading what pages show comes with a later version."
    return Finding("INVOICY-NOT-YET", Severity.FATAL, message)
