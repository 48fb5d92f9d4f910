"""The paragraphs of a header: invoices, findings, missing values, and values of the XML that no page shows."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from invoicy.drawing.canvas.inks import COLOURS, TEXT, Colour, Ink
from invoicy.drawing.canvas.lettering import BODY, SMALL, STRONG, Span, Style, legible
from invoicy.drawing.text.missing import missing_in
from invoicy.drawing.text.notes import NumberedFinding
from invoicy.drawing.text.verdicts import VERDICTS
from invoicy.drawing.values.marks import ink_of_findings
from invoicy.drawing.values.terms import Named, written
from invoicy.readings.reading import InvoiceReading

_MAX_NOTES = 12


class Paragraph(Struct, frozen=True):
    """A paragraph. note: number of its finding, 0 for other text. colour: colour of the number's badge."""

    spans: tuple[Span, ...]
    note: int = 0
    colour: Colour = TEXT

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def digest_of(
    invoices: Sequence[InvoiceReading],
    notes: Sequence[NumberedFinding],
    unplaced: Sequence[Span] = (),
    *,
    whole: bool = True,
) -> Iterator[Paragraph]:
    """Yield the paragraphs about invoices. notes: findings to list. unplaced: text of the values that no page shows.

    whole: also list missing values.
    """
    alone = len(invoices) == 1
    for invoice in invoices:
        yield Paragraph(tuple(_summary(invoice, alone=alone)))
    for note in notes[:_MAX_NOTES]:
        yield _finding_paragraph(note)
    if len(notes) > _MAX_NOTES:
        yield Paragraph((Span(f"{len(notes) - _MAX_NOTES} more findings: invoicy check lists them.", SMALL),))
    for invoice in invoices if whole else ():
        missing = tuple(missing_in(invoice.invoice))
        if missing:
            yield Paragraph((Span(_missing(invoice, alone=alone), STRONG), *_names(missing)))
    if unplaced:
        yield Paragraph((Span("In the XML, but not found on a page: ", STRONG), *unplaced))


def _summary(reading: InvoiceReading, *, alone: bool) -> list[Span]:
    invoice = reading.invoice
    total = invoice.totals.with_vat if invoice.totals else None
    parts = [
        f"Invoice {legible(invoice.number)}" if invoice.number else "Invoice without a number",
        legible(invoice.seller.name) if invoice.seller and invoice.seller.name else "",
        f"{written(total)} {invoice.currency_code or ''}".strip() if total is not None else "",
    ]
    verdict, colour = VERDICTS[reading.status]
    status = [] if alone else [Span(f" · {verdict.lower()}", Style(22, bold=True, colour=colour))]
    return [Span(" · ".join(part for part in parts if part), STRONG), *status]


def _finding_paragraph(note: NumberedFinding) -> Paragraph:
    subject = f"{legible(note.subject)}: " if note.subject else ""
    spans = Span(f"{subject}{legible(note.finding.message)} ", BODY), Span(note.finding.rule, SMALL)
    return Paragraph(spans, note.number, COLOURS[ink_of_findings((note.finding,)) or Ink.OTHER])


def _missing(reading: InvoiceReading, *, alone: bool) -> str:
    number = "" if alone else f" of invoice {legible(reading.invoice.number or '')}"
    return f"Not read{number}, but required in an e-invoice: " if reading.evidence else "Missing, but required: "


def _names(missing: Sequence[Named]) -> list[Span]:
    spans: list[Span] = []
    for index, named in enumerate(missing):
        end = "." if index == len(missing) - 1 else ", "
        spans += [Span(f"{named.name} ", BODY), Span(named.term, SMALL), Span(end, Style(22, colour=TEXT))]
    return spans
