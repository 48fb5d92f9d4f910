"""Values of an invoice that are marked on its pages, each with the colour of the rule that decided about it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.values.terms import Named, name_of, written_at
from invoicy.pages.findings.terms import REQUIRED
from invoicy.pages.sources.page import Box
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Severity

UNCERTAIN = "INVOICY-FIELD-UNCERTAIN"


class Mark(Struct, frozen=True):
    """A value at its place.

    value: as it is in the reading. box: shares of the page. confidence: None for what an XML says. invoice: its place
    in the document, from 0. notes: numbers of the findings about the value.
    """

    pointer: str
    named: Named
    value: str
    page: int
    box: Box
    ink: Ink
    confidence: float | None = None
    invoice: int = 0
    notes: tuple[int, ...] = ()


def marks_of(
    reading: InvoiceReading, evidence: Mapping[str, Evidence], findings: Mapping[int, Finding], invoice: int
) -> Iterator[Mark]:
    """The marks of one invoice. evidence: the place of each value. findings: those about the invoice, by number."""
    is_electronic = not reading.evidence
    for pointer, place in evidence.items():
        about = {number: finding for number, finding in findings.items() if concerns(finding, pointer)}
        yield Mark(
            pointer,
            name_of(pointer),
            written_at(reading.invoice, pointer) or place.text,
            place.page,
            place.box,
            _ink(pointer, place, tuple(about.values()), is_electronic=is_electronic),
            None if is_electronic else place.confidence,
            invoice,
            tuple(about),
        )


def concerns(finding: Finding, pointer: str) -> bool:
    """True for a finding about the value itself or about the group that holds it; one about the invoice is neither."""
    return bool(finding.path) and (pointer == finding.path or pointer.startswith(f"{finding.path}/"))


def ink_of_findings(about: Sequence[Finding]) -> Ink | None:
    """The ink for a value that findings are about; None where none of them asks for a look at it."""
    if any(finding.severity is Severity.FATAL and finding.rule != UNCERTAIN for finding in about):
        return Ink.WRONG
    return Ink.DOUBTFUL if any(finding.severity is not Severity.INFORMATION for finding in about) else None


def _ink(pointer: str, place: Evidence, about: Sequence[Finding], *, is_electronic: bool) -> Ink:
    ink = ink_of_findings(about)
    if ink is not None:
        return ink
    if place.method.startswith("qr"):
        return Ink.CODE
    return Ink.CERTAIN if is_electronic or pointer in REQUIRED else Ink.OTHER
