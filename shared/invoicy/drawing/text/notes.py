"""The findings of a reading with their numbers on the drawing."""

from collections.abc import Sequence

from msgspec import Struct

from invoicy.readings.reading import Finding, Reading, Severity

_GRAVEST_FIRST = (Severity.FATAL, Severity.WARNING, Severity.INFORMATION)


class NumberedFinding(Struct, frozen=True):
    """A numbered finding. invoice: position of its invoice, from 0; None for a finding about the document itself.

    subject: the invoice in words, such as "Invoice 2026-17"; "" if the document has only one.
    """

    number: int
    finding: Finding
    invoice: int | None = None
    subject: str = ""


def notes_of(reading: Reading) -> tuple[NumberedFinding, ...]:
    """Number all findings from 1: graver before less grave, about the document before about an invoice."""
    findings: list[tuple[int | None, Finding]] = [(None, finding) for finding in reading.findings]
    findings += [(place, finding) for place, invoice in enumerate(reading.invoices) for finding in invoice.findings]
    ordered = sorted(findings, key=lambda pair: _GRAVEST_FIRST.index(pair[1].severity))
    return tuple(
        NumberedFinding(number, finding, place, _subject(reading, place))
        for number, (place, finding) in enumerate(ordered, start=1)
    )


def _subject(reading: Reading, place: int | None) -> str:
    if place is None or len(reading.invoices) == 1:
        return ""
    return f"Invoice {reading.invoices[place].invoice.number or f'in place {place + 1}'}"


def about(notes: Sequence[NumberedFinding], place: int) -> dict[int, Finding]:
    """Return the findings about an invoice by their number. place: position of the invoice in the document, from 0."""
    return {note.number: note.finding for note in notes if note.invoice == place}
