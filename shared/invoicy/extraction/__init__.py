"""From a document to a reading: unpack it, choose what holds an invoice, extract. Never an exception for bad bytes."""

from collections.abc import Iterable

from msgspec import Struct, structs

from invoicy.documents.containers import parts_of
from invoicy.documents.document import Document
from invoicy.documents.kinds import refusal_of
from invoicy.documents.sizes import size_in_words
from invoicy.errors import UnreadableDocumentError
from invoicy.model.profiles import Profile
from invoicy.readings.agreement import compared, pages_of, with_pages
from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status, Unmapped, status_of, worst
from invoicy.rules.checking import PRINTED, checked, checked_extract

MAX_DOCUMENT_BYTES = 256 * 1024 * 1024
_MAX_DEPTH = 4
_NAMED = 5
_PDF, _XML, _MAIL = "application/pdf", "application/xml", "message/rfc822"
_NOTHING = b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"  # zeros, blanks and the marks of a byte order
TOO_LARGE = "INVOICY-TOO-LARGE"
_TOO_LARGE = f"The document is larger than {size_in_words(MAX_DOCUMENT_BYTES)}."


class _Extraction(Struct, frozen=True):
    """The outcome for a document: invoices, or the reasons why there are none."""

    syntax: str = "unknown"
    invoices: tuple[InvoiceReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()


_Part = tuple[Document, _Extraction]


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


def too_large(document: Document) -> Reading:
    """The rejected reading of a document whose bytes are too many to load."""
    return Reading(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        status=Status.REJECTED,
        findings=(Finding(TOO_LARGE, Severity.FATAL, _TOO_LARGE),),
    )


def _read(document: Document, profile: str, depth: int, *, printed: bool = False) -> _Extraction:
    try:
        _refuse_what_is_no_document(document, depth)
        if document.media_type == _XML:
            return _read_xml(document, profile)
        return _read_parts(document, profile, depth, printed=printed)
    except UnreadableDocumentError as error:
        return _Extraction(findings=(Finding(error.rule, Severity.FATAL, error.message),))


def _read_xml(document: Document, profile: str) -> _Extraction:
    from invoicy.formats import read_xml  # lxml and the syntaxes: 15 ms that a printed page does not need

    found = read_xml(document.content)
    return _Extraction(found.syntax, checked_extract(found, profile), unmapped=found.unmapped)


def _refuse_what_is_no_document(document: Document, depth: int) -> None:
    if not document.content:
        raise UnreadableDocumentError("INVOICY-EMPTY-DOCUMENT", "The document is empty: it has no bytes.")
    if not document.content.lstrip(_NOTHING):
        message = "The document is empty: it holds only blanks or zeros. Ask for another copy."
        raise UnreadableDocumentError("INVOICY-EMPTY-DOCUMENT", message)
    if len(document.content) > MAX_DOCUMENT_BYTES:
        raise UnreadableDocumentError(TOO_LARGE, _TOO_LARGE)
    if depth > _MAX_DEPTH:
        raise UnreadableDocumentError("INVOICY-TOO-DEEP", f"Documents are nested more than {_MAX_DEPTH} deep.")


def _read_parts(document: Document, profile: str, depth: int, *, printed: bool) -> _Extraction:
    if document.media_type == _PDF:
        return _read_pdf(document, profile, depth, printed=printed)
    parts = _distinct(parts_of(document))
    outcomes = _read_each(parts, profile, depth, printed=printed)
    return _joined(outcomes) or _Extraction(findings=_nothing_found(document, outcomes))


def _read_pdf(document: Document, profile: str, depth: int, *, printed: bool) -> _Extraction:
    """The e-invoice it carries, else what its pages show, else what is attached to it.

    A PDF attached beside an e-invoice supports it and is no invoice of this document: a timesheet, a hotel's bill.
    """
    parts = () if printed else _distinct(parts_of(document))
    xml = _read_each([p for p in parts if p.media_type == _XML], profile, depth, printed=printed)
    found = _joined(xml)
    if found is not None:
        return _held_to_its_page(found, document)
    pages = _read_pages(document, profile, _reasons(xml, Severity.WARNING))
    if pages.invoices:
        return pages
    return _joined(_read_each([p for p in parts if p.media_type != _XML], profile, depth, printed=printed)) or pages


def _held_to_its_page(found: _Extraction, document: Document) -> _Extraction:
    """Nobody looks at the XML of a hybrid and at its page at once, but we."""
    from invoicy.extraction.hybrid import about_pages

    if len(found.invoices) != 1:
        return found
    try:
        shown, findings = _shown(document)
    except UnreadableDocumentError:
        return found
    same = shown if len(shown) == 1 else pages_of(found.invoices[0], shown)
    invoice = compared(found.invoices[0], same)
    others = [page for page in shown if page not in same]
    about = tuple(about_pages(shown, others, findings))
    status = worst((invoice.status, status_of(about)))
    invoice = structs.replace(invoice, findings=(*invoice.findings, *about), status=status)
    return structs.replace(found, invoices=(invoice,))


def _read_each(parts: Iterable[Document], profile: str, depth: int, *, printed: bool) -> list[_Part]:
    return [(part, _read(part, profile, depth + 1, printed=printed)) for part in parts]


def _joined(outcomes: list[_Part]) -> _Extraction | None:
    """All invoices of the parts; None where no part gave one. A page that shows an e-invoice beside it is no second."""
    electronic = [o for _, o in outcomes if o.invoices and o.syntax != PRINTED]
    shown = [o for _, o in outcomes if o.invoices and o.syntax == PRINTED]
    if not electronic and not shown:
        return None
    invoices = with_pages([i for o in electronic for i in o.invoices], [i for o in shown for i in o.invoices])
    unmapped = tuple(left for _, outcome in outcomes for left in outcome.unmapped)
    return _Extraction((electronic or shown)[0].syntax, invoices, _reasons(outcomes, Severity.INFORMATION), unmapped)


def _read_pages(document: Document, profile: str, reasons: tuple[Finding, ...]) -> _Extraction:
    """The outcome for the pages of a PDF.

    Paper need not state all that an e-invoice must: it is checked against a profile only where one is asked for.
    """
    invoices, findings = _shown(document)
    if profile != Profile.AUTO:
        invoices = tuple(checked(invoice, profile) for invoice in invoices)
    return _Extraction(PRINTED if invoices else "unknown", invoices, (*findings, *reasons))


def _shown(document: Document) -> tuple[tuple[InvoiceReading, ...], tuple[Finding, ...]]:
    from invoicy.pages.reader import read_pdf  # labels and patterns of pages: 25 ms that an XML does not need

    return read_pdf(document.content)


def _distinct(parts: tuple[Document, ...]) -> tuple[Document, ...]:
    return tuple({part.id: part for part in parts}.values())


def _reasons(outcomes: list[_Part], severity: Severity) -> tuple[Finding, ...]:
    """The reasons why an XML gave no invoice; a picture or a letter beside the invoice needs none."""
    return _findings_about([(part, outcome) for part, outcome in outcomes if part.media_type == _XML], severity)


def _findings_about(outcomes: list[_Part], severity: Severity) -> tuple[Finding, ...]:
    return tuple(
        structs.replace(finding, severity=severity, message=f"{_name_of(part)}: {finding.message}")
        for part, outcome in outcomes
        if not outcome.invoices
        for finding in outcome.findings
    )


def _nothing_found(document: Document, outcomes: list[_Part]) -> tuple[Finding, ...]:
    """The reasons why a document gave no invoice: its kind, or the fault of each file attached to it."""
    if document.media_type == _MAIL:
        return (_no_invoice_attached([part for part, _ in outcomes]), *_findings_about(outcomes, Severity.FATAL))
    rule, message = refusal_of(document.media_type, document.content)
    return (Finding(rule, Severity.FATAL, message),)


def _no_invoice_attached(parts: list[Document]) -> Finding:
    named = ", ".join(_name_of(part) for part in parts[:_NAMED])
    more = f" and {len(parts) - _NAMED} more" if len(parts) > _NAMED else ""
    if not parts:
        message = (
            "The e-mail has no attachment. Invoicy does not read the text of a message: ask for the invoice as a file."
        )
    elif len(parts) == 1:
        message = f"The file attached to the e-mail is no invoice that Invoicy can read: {named}."
    else:
        message = (
            f"None of the {len(parts)} files attached to the e-mail is an invoice that Invoicy can read: {named}{more}."
        )
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)


def _name_of(part: Document) -> str:
    return part.name or "a part without a name"
