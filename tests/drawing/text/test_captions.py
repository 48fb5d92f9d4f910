"""Sentences above a page."""

from invoicy.documents.document import Document
from invoicy.drawing.subject import subjects_of
from invoicy.drawing.text.captions import banner_of, remark_of, source_of, unplaced_in
from invoicy.drawing.text.notes import notes_of
from invoicy.extraction import read_with_pdfs
from tests.drawing.samples import sample
from tests.pages.pdfs import both, pdf_of, picture_of, text, upwards


def test_values_of_the_xml_that_no_page_shows_are_listed() -> None:
    subjects = subjects_of(*sample("hybrid-facturx-en16931.pdf"))
    listed = "".join(span.text for span in unplaced_in(subjects.pdfs[0]))
    assert listed.startswith("Payment due date BT-9 (2026-09-04), ")
    assert "Invoiced item VAT rate BT-152 (5 values)" in listed


def test_the_header_of_a_picture_states_that_it_was_not_read() -> None:
    content = pdf_of(text(), picture_of(pdf_of(text())))
    document = Document.of(content, "two.pdf")
    (subject,) = subjects_of(*read_with_pdfs(document)).pdfs
    assert banner_of(subject, 1) == ""
    assert banner_of(subject, 2).startswith("Page 2 is a picture and was not read")
    assert remark_of(subject, 2) == ""
    assert source_of(subject, 2) == "Page 2 of 2 · values read from the printed page"


def test_a_line_in_another_direction_is_mentioned_once_in_the_remark() -> None:
    document = Document.of(
        pdf_of(both(text(), upwards([(20, 600, "Kestrel Timber Ltd, registered in England")]))), "edge.pdf"
    )
    reading, pdfs = read_with_pdfs(document)
    (subject,) = subjects_of(reading, pdfs).pdfs
    listed = {note.finding.rule for note in notes_of(reading)}
    assert banner_of(subject, 1) == ""
    assert remark_of(subject, 1).startswith("Text on page 1 that runs in another direction")
    assert remark_of(subject, 1, listed) == ""
