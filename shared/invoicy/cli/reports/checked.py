"""A file that was checked: its findings, each with its place in the document, and the rules that were asked."""

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct, structs

from invoicy.cli.reports.origins import XmlOrigin, origins_of
from invoicy.documents.document import Document
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.model.terms import pointer_of
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Reading, Severity, Status, status_of, worst
from invoicy.rules import CheckContext, check_around, check_plausible
from invoicy.rules.checking import PRINTED, RuleSet, rule_set


class PlacedFinding(Struct, frozen=True):
    """A finding and its place; what is not known is empty or 0.

    invoice: position of the invoice in the document, None for a finding on the document itself. file: name of the XML
    inside the document. xpath, line, column: in that XML, or in the document. page, box, text: on the page, as in
    Evidence.
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
    """One invoice of a file. is_printed: it was read from pages. rules: those that were asked."""

    invoice: Invoice
    status: Status
    rules: RuleSet
    findings: tuple[PlacedFinding, ...]
    unmapped: tuple[str, ...] = ()
    is_printed: bool = False


class CheckedFile(Struct, frozen=True):
    """One file. file: its path; bytes in it that are no character are surrogates, as Python has them.

    error: a sentence where it could not be read at all. findings: those on the document itself.
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
        """The findings on the document, then those on its invoices."""
        yield from self.findings
        for invoice in self.invoices:
            yield from invoice.findings

    def count(self, severity: Severity) -> int:
        """The number of findings of a severity."""
        return sum(placed.finding.severity is severity for placed in self.all_findings())


def around_now(own_names: tuple[str, ...], own_vat_ids: tuple[str, ...]) -> CheckContext:
    """The circumstances of a check today, by a company of these names and VAT identifiers."""
    return CheckContext(datetime.now(tz=UTC).date(), own_names, own_vat_ids)


def checked_file(file: str, document: Document, reading: Reading, profile: str, around: CheckContext) -> CheckedFile:
    """The reading of a file with the findings that depend on the circumstances, all of them placed."""
    extended = tuple(_extended(each, profile, around) for each in reading.invoices)
    has_findings = any(each.findings for each in extended)
    origins = origins_of(document, reading, profile) if has_findings else (None,) * len(extended)
    invoices = tuple(
        _checked_invoice(position, each, origin, reading.syntax, profile)
        for position, (each, origin) in enumerate(zip(extended, origins, strict=True))
    )
    status = worst((reading.status, *(each.status for each in invoices)))
    return CheckedFile(file, status, tuple(map(PlacedFinding, reading.findings)), invoices)


def _extended(reading: InvoiceReading, profile: str, around: CheckContext) -> InvoiceReading:
    """A printed invoice that no profile binds is asked for plausibility here; an XML was when it was read."""
    asks_all = bool(reading.pages) and profile == Profile.AUTO
    findings = (check_plausible if asks_all else check_around)(reading.invoice, around)
    status = worst((reading.status, status_of(findings)))
    return structs.replace(reading, findings=(*reading.findings, *findings), status=status)


def _checked_invoice(
    position: int, reading: InvoiceReading, origin: XmlOrigin | None, syntax: str, profile: str
) -> CheckedInvoice:
    placed = tuple(_placed(position, finding, reading, origin) for finding in reading.findings)
    rules = rule_set(reading.invoice, profile, PRINTED if reading.pages else syntax)
    unmapped = tuple(each.path for each in reading.unmapped)
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
