"""The pages to draw for a document."""

from io import BytesIO

import pikepdf
from msgspec import structs

from invoicy.documents.document import Document
from invoicy.drawing.subject import subjects_of
from invoicy.extraction import read_with_pdfs
from invoicy.pages.sources.page import MAX_PAGES
from invoicy.readings.reading import Evidence, InvoiceReading, Reading
from tests.drawing.samples import sample
from tests.pages.pdfs import INVOICE, blank, pdf_of, text


def test_the_drawing_shows_the_reading_that_read_gives() -> None:
    for name in ("printed-french.pdf", "hybrid-zugferd1.pdf", "mail.eml", "two-invoices.pdf"):
        reading, pdfs = sample(name)
        drawn = [view.reading for subject in subjects_of(reading, pdfs).pdfs for view in subject.views]
        assert drawn == list(reading.invoices)


def test_the_printed_reading_of_a_hybrid_is_drawn_on_request() -> None:
    _, (pdf,) = sample("hybrid-zugferd1.pdf")
    (subject,) = subjects_of(*read_with_pdfs(pdf.document, printed=True)).pdfs
    assert not subject.views[0].is_electronic


def test_of_a_mail_the_attached_document_is_shown() -> None:
    (subject,) = subjects_of(*sample("mail.eml")).pdfs
    assert subject.document.name == "INV-2026-0092.pdf"


def test_an_xml_is_an_invoice_without_a_page() -> None:
    subjects = subjects_of(*sample("ubl-invoice.xml"))
    assert (subjects.pdfs, subjects.without_page) == ((), (0,))


def test_a_pdf_without_an_invoice_is_drawn_all_the_same() -> None:
    (subject,) = subjects_of(*sample("not-an-invoice.pdf")).pdfs
    assert (subject.count, subject.views) == (1, ())


def test_pages_that_are_not_read_are_not_drawn() -> None:
    content = pdf_of(text(), *[blank] * MAX_PAGES)
    document = Document.of(content, "long.pdf")
    (subject,) = subjects_of(*read_with_pdfs(document)).pdfs
    assert (subject.count, subject.numbers) == (MAX_PAGES + 1, tuple(range(1, MAX_PAGES + 1)))


def test_a_hybrid_whose_page_is_a_picture_is_drawn_with_its_page_and_with_all_its_values() -> None:
    """Nothing on such a page can be marked."""
    _, (pdf,) = sample("hybrid-zugferd1.pdf")
    scanned = Document.of(without_text(pdf.document.content), "scanned.pdf")
    subjects = subjects_of(*read_with_pdfs(scanned))
    (subject,) = subjects.pdfs
    assert subject.document is scanned
    assert subject.views[0].places.evidence == {}
    assert subjects.without_page == (0,)


def test_a_printed_invoice_is_drawn_on_its_page_though_its_boxes_differ_when_measured_again() -> None:
    for name in ("printed-french.pdf", "mail.eml", "two-invoices.pdf"):
        reading, pdfs = sample(name)
        wider = with_wider_boxes(reading)
        subjects = subjects_of(wider, pdfs)
        views = [view.reading for subject in subjects.pdfs for view in subject.views]
        assert (views, subjects.without_page) == (list(wider.invoices), ())


def test_a_printed_invoice_without_a_number_is_drawn_on_its_page_only() -> None:
    lines = [(x, y, words) for x, y, words in INVOICE if "number" not in words]
    document = Document.of(pdf_of(text(lines)), "unnumbered.pdf")
    reading, pdfs = read_with_pdfs(document)
    subjects = subjects_of(reading, pdfs)
    assert reading.invoices[0].invoice.number is None
    assert (len(subjects.pdfs), subjects.without_page) == (1, ())


def with_wider_boxes(reading: Reading) -> Reading:
    return structs.replace(reading, invoices=tuple(map(_widened, reading.invoices)))


def _widened(invoice: InvoiceReading) -> InvoiceReading:
    evidence = {pointer: _wider(place) for pointer, place in invoice.evidence.items()}
    return structs.replace(invoice, evidence=evidence)


def _wider(place: Evidence) -> Evidence:
    x0, top, x1, bottom = place.box
    return structs.replace(place, box=(x0, top, x1 + 0.001, bottom))


def without_text(content: bytes) -> bytes:
    """The PDF with its attachments and empty pages."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(b"")
        stream = BytesIO()
        pdf.save(stream)
        return stream.getvalue()
