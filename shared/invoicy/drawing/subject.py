"""The things to draw for a document: PDFs with the invoices read from each, and e-invoices that no page shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from invoicy.documents.containers import parts_of
from invoicy.documents.document import Document
from invoicy.drawing.values.places import Places, places_of
from invoicy.errors import UnreadableDocumentError
from invoicy.pages.reader import read_pages
from invoicy.pages.sources.page import PageText
from invoicy.pages.sources.pdf.text_layer import pages_and_count
from invoicy.readings.agreement import DISAGREES
from invoicy.readings.reading import InvoiceReading, Reading

_PDF, _MAIL = "application/pdf", "message/rfc822"
_DEEPEST = 4


class InvoiceView(Struct, frozen=True):
    """An invoice with the places of its values on pages. place: its own in the document, from 0."""

    place: int
    reading: InvoiceReading
    places: Places

    @property
    def is_electronic(self) -> bool:
        return not self.reading.evidence


class Subject(Struct, frozen=True):
    """A PDF to draw. pages: those that were read, count: of all. views: the invoices on them."""

    document: Document
    pages: tuple[PageText, ...]
    count: int
    views: tuple[InvoiceView, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the pages to draw, which are those that were read."""
        return tuple(page.number for page in self.pages)


class Subjects(Struct, frozen=True):
    """PDFs that show an invoice, or the document itself. without_page: places of e-invoices whose number none shows."""

    pdfs: tuple[Subject, ...] = ()
    without_page: tuple[int, ...] = ()


def subjects_of(document: Document, reading: Reading) -> Subjects:
    """Find the pages to draw for a reading of the document.

    Raises UnreadableDocumentError where the document is a PDF that cannot be opened.
    """
    if document.media_type == _PDF and not reading.invoices:
        return Subjects((Subject(document, *pages_and_count(document.content), ()),))
    left = dict(enumerate(reading.invoices))
    pdfs: list[Subject] = []
    without_page: list[int] = []
    for pdf in _pdfs_in(document, 0):
        subject = _subject(pdf, left, is_document=pdf is document)
        for view in subject.views:
            del left[view.place]
        without_page += [view.place for view in subject.views if view.is_electronic and not _is_printed(view.places)]
        if subject.views:
            pdfs.append(subject)
    return Subjects(tuple(pdfs), (*without_page, *left))


def _pdfs_in(document: Document, depth: int) -> Iterator[Document]:
    if document.media_type == _PDF:
        yield document
    if depth < _DEEPEST and document.media_type in {_PDF, _MAIL}:
        for part in parts_of(document):
            yield from _pdfs_in(part, depth + 1)


def _subject(pdf: Document, left: dict[int, InvoiceReading], *, is_document: bool) -> Subject:
    """A PDF with those of the invoices left that are from it: where it is the document, all that come from its XML."""
    try:
        pages, count = pages_and_count(pdf.content)
        printed, _ = read_pages(pages, count)
    except UnreadableDocumentError:
        return Subject(pdf, (), 0, ())
    views = (InvoiceView(place, reading, _places(reading, pages, printed)) for place, reading in left.items())
    from_here = (view for view in views if _is_from(view, printed, is_document=is_document))
    return Subject(pdf, pages, count, tuple(from_here))


def _places(reading: InvoiceReading, pages: Sequence[PageText], printed: Sequence[InvoiceReading]) -> Places:
    if reading.evidence:
        return Places(reading.evidence, ())
    disputed = {finding.path for finding in reading.findings if finding.rule == DISAGREES}
    return places_of(reading.invoice, pages, printed, disputed)


def _is_from(view: InvoiceView, printed: Sequence[InvoiceReading], *, is_document: bool) -> bool:
    """The pages were read as this invoice, or print the number of the e-invoice.

    Boxes are no help: pdfium measures a font that is not embedded otherwise once it has drawn it.
    """
    if view.is_electronic:
        return is_document or _is_printed(view.places)
    if is_document:
        return bool(printed)  # pages that show an invoice are the only origin of a printed reading
    return any((other.pages, other.invoice) == (view.reading.pages, view.reading.invoice) for other in printed)


def _is_printed(places: Places) -> bool:
    return "/number" in places.evidence
