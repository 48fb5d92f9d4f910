"""The drawing of a document: a sheet for each of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from invoicy.document import Document
from invoicy.drawing.blocks import blank
from invoicy.drawing.captions import banner_of, source_of, unplaced_in
from invoicy.drawing.digest import Paragraph, digest_of
from invoicy.drawing.header import Title, header_of
from invoicy.drawing.inks import Ink
from invoicy.drawing.invoice_sheet import WIDTH as INVOICE_WIDTH
from invoicy.drawing.invoice_sheet import blocks_of
from invoicy.drawing.legend import legend_of
from invoicy.drawing.marks import Mark, marks_of
from invoicy.drawing.notes import Note, notes_of
from invoicy.drawing.plan import Plan, plan_of
from invoicy.drawing.print import shares_of
from invoicy.drawing.sheet import sheet_of
from invoicy.drawing.subject import Subject, subjects_of
from invoicy.drawing.upright import rendered, upright
from invoicy.errors import InvoicyError
from invoicy.pages.words import PageText
from invoicy.reading import Finding, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

Sheet = Callable[[], "Image"]
_HIGHEST = 2400  # of an e-invoice's sheet, in pixels


def sheets_of(document: Document, reading: Reading) -> tuple[Sheet, ...]:
    """A sheet for each page, which is drawn when it is called: a picture takes 12 MB.

    Raises InvoicyError, one sentence, where there is nothing to draw.
    """
    subjects = subjects_of(document, reading)
    notes = notes_of(reading)
    sheets: list[Sheet] = [
        partial(_sheet, subject, page, reading, notes)
        for subject in subjects.pdfs
        for page in range(1, subject.count + 1)
    ]
    for place in subjects.without_page:
        sheets += _invoice_sheets(place, reading, notes)
    if not sheets:
        raise InvoicyError(f"There is nothing to draw. {reading.findings[0].message}")
    return tuple(sheets)


def plans_of(document: Document, reading: Reading) -> list[Plan]:
    """The plan of every page: where its labels go."""
    notes = notes_of(reading)
    return [
        _plan(subject, page, notes, _image(subject, page).size)[0]
        for subject in subjects_of(document, reading).pdfs
        for page in range(1, subject.count + 1)
    ]


def _sheet(subject: Subject, number: int, reading: Reading, notes: Sequence[Note]) -> Image:
    page = _image(subject, number)
    plan, marks = _plan(subject, number, notes, page.size)
    several = len(reading.invoices) > 1
    width = round(plan.width)
    name = subject.document.name or reading.name
    title = Title(name, reading.status, source_of(subject, number), banner_of(subject, number), number == 1)
    header = _header(title, subject, notes, marks, width)
    return _stacked((header, sheet_of(page, plan, tinted=several), _legend(subject, plan, marks, tinted=several)))


def _header(title: Title, subject: Subject, notes: Sequence[Note], marks: Sequence[Mark], width: int) -> Image:
    """The whole reading on the first page; on the others what concerns them."""
    if title.is_first:
        invoices = tuple(shown.reading for shown in subject.invoices)
        return header_of(title, digest_of(invoices, notes, unplaced_in(subject)), width)
    here = {mark.invoice for mark in marks}
    numbers = {note for mark in marks for note in mark.notes}
    invoices = tuple(shown.reading for shown in subject.invoices if shown.place in here)
    concerned = [note for note in notes if note.number in numbers]
    return header_of(title, digest_of(invoices, concerned, whole=False), width)


def _legend(subject: Subject, plan: Plan, marks: Sequence[Mark], *, tinted: bool) -> Image:
    here = {mark.invoice for mark in marks}
    invoices = [(shown.place, shown.reading.invoice.number or "") for shown in subject.invoices if shown.place in here]
    inks = {placed.label.ink for placed in plan.labels} | ({Ink.CODE} if plan.codes else set())
    electronic = any(shown.is_electronic for shown in subject.invoices)
    return legend_of(inks, invoices if tinted else (), round(plan.width), electronic=electronic)


def _stacked(parts: Sequence[Image]) -> Image:
    from PIL import Image as Images

    whole = Images.new("RGB", (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


def _invoice_sheets(place: int, reading: Reading, notes: Sequence[Note]) -> list[Sheet]:
    """Sheets for an e-invoice without a page. Its blocks are drawn now: they say how many sheets it takes."""
    shown = reading.invoices[place]
    sheets = list(_paged(list(blocks_of(shown.invoice, _about(notes, place)))))
    several = f"invoice {place + 1} of {len(reading.invoices)} · " if len(reading.invoices) > 1 else ""
    source = f"{several}all values of the XML ({reading.syntax.upper()})"
    titles = [
        Title(reading.name, reading.status, f"Sheet {number} of {len(sheets)} · {source}", is_first=number == 1)
        for number in range(1, len(sheets) + 1)
    ]
    concerned = [note for note in notes if note.invoice in {None, place}]
    return [
        partial(_invoice_sheet, title, tuple(digest_of((shown,), concerned if title.is_first else ())), blocks)
        for title, blocks in zip(titles, sheets, strict=True)
    ]


def _invoice_sheet(title: Title, paragraphs: Sequence[Paragraph], blocks: Sequence[Image]) -> Image:
    return _stacked((header_of(title, paragraphs, INVOICE_WIDTH), *blocks, blank(INVOICE_WIDTH, 40)))


def _paged(blocks: Sequence[Image]) -> Iterator[list[Image]]:
    sheet: list[Image] = []
    for block in blocks:
        if sheet and sum(each.height for each in sheet) + block.height > _HIGHEST:
            yield sheet
            sheet = []
        sheet.append(block)
    yield sheet


def _page(subject: Subject, number: int) -> PageText:
    """The words of a page; of one beyond those that are read, an empty page."""
    return next((page for page in subject.pages if page.number == number), PageText(number, 1, 1, ()))


def _image(subject: Subject, number: int) -> Image:
    return rendered(subject.document.content, number, _page(subject, number).turn)


def _plan(subject: Subject, number: int, notes: Sequence[Note], size: tuple[int, int]) -> tuple[Plan, tuple[Mark, ...]]:
    page = _page(subject, number)
    marks = tuple(
        structs.replace(mark, box=upright(mark.box, page.turn))
        for shown in subject.invoices
        for mark in marks_of(shown.reading, shown.places.evidence, _about(notes, shown.place), shown.place)
        if mark.page == number
    )
    words = [upright(shares_of((word.x0, word.top, word.x1, word.bottom), page), page.turn) for word in page.words]
    return plan_of(marks, words, [upright(code.box, page.turn) for code in page.codes], size), marks


def _about(notes: Sequence[Note], place: int) -> dict[int, Finding]:
    return {note.number: note.finding for note in notes if note.invoice == place}
