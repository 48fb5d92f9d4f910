"""The header of a sheet: which document, what came of it, what was found, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.drawing.inks import COLOURS, PAPER, QUIET, RULE, TEXT, Colour, Ink
from invoicy.drawing.lettering import Span, Style, legible
from invoicy.drawing.marks import UNCERTAIN
from invoicy.drawing.missing import missing_in
from invoicy.drawing.notes import Note
from invoicy.drawing.strips import Strip
from invoicy.drawing.terms import Named, written
from invoicy.reading import Finding, InvoiceReading, Severity, Status

if TYPE_CHECKING:
    from PIL.Image import Image

TITLE = Style(34, bold=True)
BODY = Style(22)
STRONG = Style(22, bold=True)
SMALL = Style(20, colour=QUIET)
_ON_COLOUR = Style(23, bold=True, colour=PAPER)
_VERDICTS: dict[Status, tuple[str, Colour]] = {
    Status.ACCEPTED: ("Accepted", COLOURS[Ink.CERTAIN]),
    Status.REVIEW: ("Needs review", COLOURS[Ink.DOUBTFUL]),
    Status.REJECTED: ("Rejected", COLOURS[Ink.WRONG]),
}
_MOST_NOTES = 12


class Title(Struct, frozen=True):
    """The first lines of a header. source: where the values come from, in words. banner: what was not read, or empty.

    is_first: the page is the first one, whose header lists what is missing too.
    """

    name: str
    status: Status
    source: str
    banner: str = ""
    is_first: bool = True


def header_of(
    title: Title, invoices: Sequence[InvoiceReading], notes: Sequence[Note], unplaced: Sequence[Span], width: int
) -> Image:
    """The header. notes: the findings to list. unplaced: values that no page shows, as a paragraph; may be empty."""
    strip = Strip(width)
    strip.space(26)
    _titled(strip, title)
    for invoice in invoices:
        strip.text(_summary(invoice, alone=len(invoices) == 1))
    if notes:
        strip.space(14)
    _listed(strip, notes, len(invoices))
    for invoice in invoices if title.is_first else ():
        missing = tuple(missing_in(invoice.invoice))
        if missing:
            number = f" of {legible(invoice.invoice.number or 'the invoice')}" if len(invoices) > 1 else ""
            _paragraph(strip, f"Not read{number}, though an e-invoice needs it: ", _names(missing))
    if unplaced:
        _paragraph(strip, "In the XML, but not found on a page: ", unplaced)
    strip.space(22)
    if title.banner:
        strip.band([Span(title.banner, _ON_COLOUR)], COLOURS[Ink.DOUBTFUL])
    strip.rule(RULE)
    return strip.image()


def _titled(strip: Strip, title: Title) -> None:
    verdict, colour = _VERDICTS[title.status]
    taken = strip.pill(verdict, _ON_COLOUR, colour)
    strip.text([Span(legible(title.name), TITLE)], right=taken + 24)
    strip.text([Span(title.source, SMALL)], right=taken + 24)
    strip.space(10)


def _summary(reading: InvoiceReading, *, alone: bool) -> list[Span]:
    invoice = reading.invoice
    total = invoice.totals.with_vat if invoice.totals else None
    parts = [
        f"Invoice {legible(invoice.number)}" if invoice.number else "Invoice without a number",
        legible(invoice.seller.name) if invoice.seller and invoice.seller.name else "",
        f"{written(total)} {invoice.currency_code or ''}".strip() if total is not None else "",
    ]
    verdict, colour = _VERDICTS[reading.status]
    status = [] if alone else [Span(f" · {verdict.lower()}", Style(22, bold=True, colour=colour))]
    return [Span(" · ".join(part for part in parts if part), STRONG), *status]


def _listed(strip: Strip, notes: Sequence[Note], invoices: int) -> None:
    for note in notes[:_MOST_NOTES]:
        about = f"Invoice {note.invoice + 1}: " if note.invoice is not None and invoices > 1 else ""
        spans = [Span(f"{about}{legible(note.finding.message)} ", BODY), Span(note.finding.rule, SMALL)]
        strip.numbered(note.number, spans, COLOURS[ink_of(note.finding)])
    if len(notes) > _MOST_NOTES:
        strip.text([Span(f"{len(notes) - _MOST_NOTES} more findings: `invoicy check` lists them.", SMALL)])


def ink_of(finding: Finding) -> Ink:
    """The ink of a finding: doubt for a warning and for what is uncertain."""
    if finding.severity is Severity.INFORMATION:
        return Ink.OTHER
    is_doubt = finding.rule == UNCERTAIN or finding.severity is Severity.WARNING
    return Ink.DOUBTFUL if is_doubt else Ink.WRONG


def _paragraph(strip: Strip, heading: str, spans: Sequence[Span]) -> None:
    strip.space(8)
    strip.text([Span(heading, STRONG), *spans])


def _names(missing: Sequence[Named]) -> list[Span]:
    spans: list[Span] = []
    for index, named in enumerate(missing):
        end = "." if index == len(missing) - 1 else ", "
        spans += [Span(f"{named.name} ", BODY), Span(named.term, SMALL), Span(end, Style(22, colour=TEXT))]
    return spans
