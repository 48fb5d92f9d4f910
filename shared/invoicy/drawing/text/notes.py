"""The findings of a reading with the numbers that they carry on its drawings."""

from collections.abc import Sequence

from msgspec import Struct

from invoicy.readings.reading import Finding, Reading, Severity

_WEIGHTS = (Severity.FATAL, Severity.WARNING, Severity.INFORMATION)


class NumberedFinding(Struct, frozen=True):
    """A numbered finding. invoice: the place, from 0, of the invoice it is about; None for the document itself.

    subject: the invoice in words where the document holds several; empty otherwise.
    """

    number: int
    finding: Finding
    invoice: int | None = None
    subject: str = ""


def notes_of(reading: Reading) -> tuple[NumberedFinding, ...]:
    """All findings, numbered from 1: the gravest first, those about the document before those about an invoice."""
    findings: list[tuple[int | None, Finding]] = [(None, finding) for finding in reading.findings]
    findings += [(place, finding) for place, invoice in enumerate(reading.invoices) for finding in invoice.findings]
    ordered = sorted(findings, key=lambda pair: _WEIGHTS.index(pair[1].severity))
    return tuple(
        NumberedFinding(number, finding, place, _subject(reading, place))
        for number, (place, finding) in enumerate(ordered, start=1)
    )


def _subject(reading: Reading, place: int | None) -> str:
    if place is None or len(reading.invoices) == 1:
        return ""
    return f"Invoice {reading.invoices[place].invoice.number or f'in place {place + 1}'}"


def about(notes: Sequence[NumberedFinding], place: int) -> dict[int, Finding]:
    """The findings about the invoice at a place in the document, by number."""
    return {note.number: note.finding for note in notes if note.invoice == place}
