"""The drawing of a document: a sheet for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from invoicy.drawing.canvas.blocks import pile
from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.labels.plan import Plan, plan_of
from invoicy.drawing.sheets.header import Title, header_of
from invoicy.drawing.sheets.invoice_sheets import invoice_sheets
from invoicy.drawing.sheets.legend import legend_of
from invoicy.drawing.sheets.page import sheet_of
from invoicy.drawing.subject import Subject, subjects_of
from invoicy.drawing.text.captions import banner_of, remark_of, source_of, unplaced_in
from invoicy.drawing.text.digest import digest_of
from invoicy.drawing.text.notes import NumberedFinding, about, notes_of
from invoicy.drawing.upright import rendered, upright
from invoicy.drawing.values.marks import Mark, marks_of
from invoicy.drawing.values.printed_values import shares_of
from invoicy.errors import InvoicyError
from invoicy.extraction import PdfFile
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import Reading

if TYPE_CHECKING:
    from PIL.Image import Image

Sheet = Callable[[], "Image"]


def sheets_of(reading: Reading, pdfs: Iterable[PdfFile]) -> tuple[Sheet, ...]:
    """Return a function for each sheet, which draws it when it is called: a picture takes 12 MB.

    pdfs: the PDFs whose pages were read for the reading. Raises InvoicyError if there is nothing to draw.
    """
    subjects = subjects_of(reading, pdfs)
    notes = notes_of(reading)
    sheets: list[Sheet] = [
        partial(_sheet, subject, page, reading, notes) for subject in subjects.pdfs for page in subject.numbers
    ]
    for place in subjects.without_page:
        sheets += invoice_sheets(place, reading, notes)
    if not sheets:
        raise InvoicyError(f"There is nothing to draw. {reading.findings[0].message}")
    return tuple(sheets)


def plans_of(reading: Reading, pdfs: Iterable[PdfFile]) -> list[Plan]:
    """Return the plan of each page, with the places of its labels."""
    notes = notes_of(reading)
    return [
        _plan(subject, page, notes, _image(subject, page).size)[0]
        for subject in subjects_of(reading, pdfs).pdfs
        for page in subject.numbers
    ]


def _sheet(subject: Subject, number: int, reading: Reading, notes: Sequence[NumberedFinding]) -> Image:
    page = _image(subject, number)
    plan, marks = _plan(subject, number, notes, page.size)
    several = len(reading.invoices) > 1
    width = round(plan.width)
    name = subject.document.name or reading.name
    listed = {note.finding.rule for note in notes} if number == 1 else ()
    title = Title(
        name,
        reading.status,
        source_of(subject, number),
        banner=banner_of(subject, number),
        remark=remark_of(subject, number, listed),
        is_first=number == 1,
    )
    header = _header(title, subject, notes, marks, width)
    return pile((header, sheet_of(page, plan, tinted=several), _legend(subject, plan, marks, tinted=several)))


def _header(
    title: Title, subject: Subject, notes: Sequence[NumberedFinding], marks: Sequence[Mark], width: int
) -> Image:
    """Return the header: about the whole reading on the first page, about the page's own invoices on the others."""
    if title.is_first:
        invoices = tuple(view.reading for view in subject.views)
        return header_of(title, digest_of(invoices, notes, unplaced_in(subject)), width)
    here = {mark.invoice for mark in marks}
    numbers = {note for mark in marks for note in mark.notes}
    invoices = tuple(view.reading for view in subject.views if view.place in here)
    concerned = [note for note in notes if note.number in numbers]
    return header_of(title, digest_of(invoices, concerned, whole=False), width)


def _legend(subject: Subject, plan: Plan, marks: Sequence[Mark], *, tinted: bool) -> Image:
    here = {mark.invoice for mark in marks}
    invoices = [(view.place, view.reading.invoice.number or "") for view in subject.views if view.place in here]
    inks = {placed.label.ink for placed in plan.labels} | ({Ink.CODE} if plan.codes else set())
    electronic = any(view.is_electronic for view in subject.views)
    return legend_of(inks, invoices if tinted else (), round(plan.width), electronic=electronic)


def _page(subject: Subject, number: int) -> PageText:
    return next(page for page in subject.pages if page.number == number)


def _image(subject: Subject, number: int) -> Image:
    return rendered(subject.document.content, number, _page(subject, number).turn)


def _plan(
    subject: Subject, number: int, notes: Sequence[NumberedFinding], size: tuple[int, int]
) -> tuple[Plan, tuple[Mark, ...]]:
    page = _page(subject, number)
    marks = tuple(
        structs.replace(mark, box=upright(mark.box, page.turn))
        for view in subject.views
        for mark in marks_of(view.reading, view.places.evidence, about(notes, view.place), view.place)
        if mark.page == number
    )
    words = [upright(shares_of((word.x0, word.top, word.x1, word.bottom), page), page.turn) for word in page.words]
    return plan_of(marks, words, [upright(code.box, page.turn) for code in page.barcodes], size), marks
