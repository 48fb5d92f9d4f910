"""The pages to draw: PDFs with the invoices read from each, and e-invoices without a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from invoicy.documents.document import Document
from invoicy.drawing.values.places import Places, places_of
from invoicy.extraction import PdfFile
from invoicy.extraction.contradictions import DISAGREES
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import InvoiceReading, Reading


class InvoiceView(Struct, frozen=True):
    """An invoice with the places of its values on pages. place: position of the invoice in the document, from 0."""

    place: int
    reading: InvoiceReading
    places: Places

    @property
    def is_electronic(self) -> bool:
        return not self.reading.evidence


class Subject(Struct, frozen=True):
    """A PDF to draw. pages: the pages that were read. count: number of all pages. views: the invoices on them."""

    document: Document
    pages: tuple[PageText, ...]
    count: int
    views: tuple[InvoiceView, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the pages to draw: the pages that were read."""
        return tuple(page.number for page in self.pages)


class Subjects(Struct, frozen=True):
    """PDFs with an invoice, or the document itself. without_page: positions of e-invoices without a printed number."""

    pdfs: tuple[Subject, ...] = ()
    without_page: tuple[int, ...] = ()


def subjects_of(reading: Reading, pdfs: Iterable[PdfFile]) -> Subjects:
    """Assign the invoices of a reading to the PDFs whose pages were read for it."""
    if not reading.invoices:
        own = (pdf for pdf in pdfs if pdf.document.id == reading.id)
        return Subjects(tuple(Subject(pdf.document, pdf.pages, pdf.page_count, ()) for pdf in own))
    left = dict(enumerate(reading.invoices))
    subjects: list[Subject] = []
    without_page: list[int] = []
    for pdf in pdfs:
        subject = _subject(pdf, left, is_document=pdf.document.id == reading.id)
        for view in subject.views:
            del left[view.place]
        without_page += [view.place for view in subject.views if view.is_electronic and not _is_printed(view.places)]
        if subject.views:
            subjects.append(subject)
    return Subjects(tuple(subjects), (*without_page, *left))


def _subject(pdf: PdfFile, left: dict[int, InvoiceReading], *, is_document: bool) -> Subject:
    """Return a PDF with its invoices among those that are left. is_document: the PDF is the document itself."""
    printed = pdf.printed.invoices
    views = (InvoiceView(place, reading, _places(reading, pdf.pages, printed)) for place, reading in left.items())
    from_here = (view for view in views if _is_from(view, printed, is_document=is_document))
    return Subject(pdf.document, pdf.pages, pdf.page_count, tuple(from_here))


def _places(reading: InvoiceReading, pages: Sequence[PageText], printed: Sequence[InvoiceReading]) -> Places:
    if reading.evidence:
        return Places(reading.evidence, ())
    disputed = {finding.path for finding in reading.findings if finding.rule == DISAGREES}
    return places_of(reading.invoice, pages, printed, disputed)


def _is_from(view: InvoiceView, printed: Sequence[InvoiceReading], *, is_document: bool) -> bool:
    """Test whether the pages were read as this invoice, or print the number of the e-invoice."""
    if view.is_electronic:
        return is_document or _is_printed(view.places)
    if is_document:
        return bool(printed)  # pages that show an invoice are the only origin of a printed reading
    return any((other.pages, other.invoice) == (view.reading.pages, view.reading.invoice) for other in printed)


def _is_printed(places: Places) -> bool:
    return "/number" in places.evidence
