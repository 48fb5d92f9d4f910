"""A checked file: its findings, each with its place in the document, and the rules that were checked."""

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct, structs

from invoicy.cli.check_reports.origins import XmlOrigin, origins_of
from invoicy.documents.document import Document
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.model.terms import pointer_of
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Reading, Severity, Status
from invoicy.readings.status import status_of, worst
from invoicy.rules import CheckContext, check_in_context, check_plausible
from invoicy.rules.checking import PRINTED, RuleSet, rule_set


class PlacedFinding(Struct, frozen=True):
    """A finding and its place. Unknown parts of the place are "", 0 or None.

    invoice: position of the invoice in the document, from 0; None for a finding about the document itself. file: name
    of the XML file inside the document. xpath, line, column: in that file, or in the document if it is XML. page, box,
    text: on the page, as in Evidence.
    """

    finding: Finding
    invoice: int | None = None
    file: str = ""
    xpath: str = ""
    line: int = 0
    column: int = 0
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    text: str = ""


class CheckedInvoice(Struct, frozen=True):
    """An invoice of a file. rules: the rules that were checked. is_printed: it was read from pages, not from XML."""

    invoice: Invoice
    status: Status
    rules: RuleSet
    findings: tuple[PlacedFinding, ...]
    unmapped: tuple[str, ...] = ()
    is_printed: bool = False


class CheckedFile(Struct, frozen=True):
    """A file. file: its path; bytes that are not UTF-8 are surrogates, as in os.fsdecode.

    findings: about the document itself. error: a sentence if the file could not be read, else "".
    """

    file: str
    status: Status = Status.REJECTED
    findings: tuple[PlacedFinding, ...] = ()
    invoices: tuple[CheckedInvoice, ...] = ()
    error: str = ""

    @property
    def is_sound(self) -> bool:
        return self.status is Status.ACCEPTED and not self.count(Severity.FATAL)

    def all_findings(self) -> Iterator[PlacedFinding]:
        """Yield the findings about the document, then those about its invoices."""
        yield from self.findings
        for invoice in self.invoices:
            yield from invoice.findings

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(placed.finding.severity is severity for placed in self.all_findings())


def context_today(own_names: tuple[str, ...], own_vat_ids: tuple[str, ...]) -> CheckContext:
    """Return the context of a check today. own_names, own_vat_ids: those of the user's company."""
    return CheckContext(datetime.now(tz=UTC).date(), own_names, own_vat_ids)


def checked_file(file: str, document: Document, reading: Reading, profile: str, context: CheckContext) -> CheckedFile:
    """Add the findings that depend on the context to those of the reading, and the place of each."""
    extended = tuple(_extended(invoice, profile, context) for invoice in reading.invoices)
    has_findings = any(invoice.findings for invoice in extended)
    origins = origins_of(document, reading, profile) if has_findings else (None,) * len(extended)
    invoices = tuple(
        _checked_invoice(position, invoice, origin, reading.syntax, profile)
        for position, (invoice, origin) in enumerate(zip(extended, origins, strict=True))
    )
    status = worst((reading.status, *(invoice.status for invoice in invoices)))
    return CheckedFile(file, status, tuple(map(PlacedFinding, reading.findings)), invoices)


def _extended(reading: InvoiceReading, profile: str, context: CheckContext) -> InvoiceReading:
    """Add findings of the rules that depend on the context.

    A printed invoice without a profile is also checked for plausibility; other invoices were when they were read.
    """
    is_unchecked = bool(reading.pages) and profile == Profile.AUTO
    findings = (check_plausible if is_unchecked else check_in_context)(reading.invoice, context)
    status = worst((reading.status, status_of(findings)))
    return structs.replace(reading, findings=(*reading.findings, *findings), status=status)


def _checked_invoice(
    position: int, reading: InvoiceReading, origin: XmlOrigin | None, syntax: str, profile: str
) -> CheckedInvoice:
    placed = tuple(_placed(position, finding, reading, origin) for finding in reading.findings)
    rules = rule_set(reading.invoice, profile, PRINTED if reading.pages else syntax)
    unmapped = tuple(value.path for value in reading.unmapped)
    return CheckedInvoice(reading.invoice, reading.status, rules, placed, unmapped, bool(reading.pages))


def _placed(position: int, finding: Finding, reading: InvoiceReading, origin: XmlOrigin | None) -> PlacedFinding:
    if origin is not None:
        place = origin.places.of(finding)
        return PlacedFinding(finding, position, origin.file, place.xpath, place.line, place.column)
    evidence = _evidence(finding, reading)
    if evidence is not None:
        return PlacedFinding(finding, position, page=evidence.page, box=evidence.box, text=evidence.text)
    page = reading.pages[0] if finding.path and len(reading.pages) == 1 else 0
    return PlacedFinding(finding, position, page=page)


def _evidence(finding: Finding, reading: InvoiceReading) -> Evidence | None:
    return reading.evidence.get(finding.path or pointer_of(finding.terms))
