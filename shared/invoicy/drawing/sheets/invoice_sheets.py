"""Sheets for an e-invoice without a printed page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from invoicy.drawing.canvas.blocks import pile
from invoicy.drawing.sheets.header import Title, header_of
from invoicy.drawing.sheets.invoice_blocks import WIDTH, blocks_of, foot
from invoicy.drawing.text.digest import Paragraph, digest_of
from invoicy.drawing.text.notes import NumberedFinding, about
from invoicy.readings.reading import Reading

if TYPE_CHECKING:
    from PIL.Image import Image

_HIGHEST = 2400  # of the blocks on a sheet, in pixels


def invoice_sheets(place: int, reading: Reading, notes: Sequence[NumberedFinding]) -> list[Callable[[], Image]]:
    """Return a function for each sheet of an invoice. place: position of the invoice in the document, from 0.

    The blocks are drawn at once, because their heights determine the number of sheets.
    """
    invoice = reading.invoices[place]
    sheets = list(_paged(list(blocks_of(invoice.invoice, about(notes, place)))))
    several = f"invoice {place + 1} of {len(reading.invoices)} · " if len(reading.invoices) > 1 else ""
    origin = "read from the printed page" if invoice.evidence else f"of the XML ({reading.syntax.upper()})"
    source = f"{several}all values {origin}"
    titles = [
        Title(reading.name, reading.status, f"Sheet {number} of {len(sheets)} · {source}", is_first=number == 1)
        for number in range(1, len(sheets) + 1)
    ]
    concerned = [note for note in notes if note.invoice in {None, place}]
    return [
        partial(_sheet, title, tuple(digest_of((invoice,), concerned if title.is_first else ())), blocks)
        for title, blocks in zip(titles, sheets, strict=True)
    ]


def _sheet(title: Title, paragraphs: Sequence[Paragraph], blocks: Sequence[Image]) -> Image:
    return pile((header_of(title, paragraphs, WIDTH), *blocks, foot()))


def _paged(blocks: Sequence[Image]) -> Iterator[list[Image]]:
    sheet: list[Image] = []
    for block in blocks:
        if sheet and sum(part.height for part in sheet) + block.height > _HIGHEST:
            yield sheet
            sheet = []
        sheet.append(block)
    yield sheet
