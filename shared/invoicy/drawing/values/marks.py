"""Marks: values of an invoice with their place on a page and the colour of their status."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.values.terms import Named, name_of, written_at
from invoicy.pages.findings.terms import REQUIRED
from invoicy.pages.sources.page import Box
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Severity

UNCERTAIN = "INVOICY-FIELD-UNCERTAIN"


class Mark(Struct, frozen=True):
    """A value on a page.

    pointer: JSON Pointer into the invoice. value: text of the value in the reading. box: in shares of the page.
    confidence: None for a value of an XML. invoice: position of the invoice in the document, from 0. notes: numbers of
    the findings about the value.
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
    """Yield the marks of an invoice. evidence: the place of each value. findings: about the invoice, by number.

    invoice: position of the invoice in the document, from 0.
    """
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
    """Test for a finding about the value or about a group that contains it, except the invoice itself."""
    return bool(finding.path) and (pointer == finding.path or pointer.startswith(f"{finding.path}/"))


def ink_of_findings(about: Sequence[Finding]) -> Ink | None:
    """Return the ink for a value with these findings; None if they are for information only."""
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
