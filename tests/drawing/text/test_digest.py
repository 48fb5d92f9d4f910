"""The paragraphs of a header."""

from decimal import Decimal

from invoicy.documents.document import Document
from invoicy.drawing.subject import subjects_of
from invoicy.drawing.text.captions import banner_of, remark_of, source_of, unplaced_in
from invoicy.drawing.text.digest import digest_of
from invoicy.drawing.text.notes import NumberedFinding, notes_of
from invoicy.extraction import Options, read_with_pages
from invoicy.model import Buyer, Invoice, Seller, Totals
from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status
from tests.drawing.samples import sample
from tests.pages.pdfs import both, pdf_of, picture_of, text, upwards


def _texts(*invoices: InvoiceReading, notes: tuple[NumberedFinding, ...] = ()) -> list[str]:
    return [paragraph.text for paragraph in digest_of(invoices, notes)]


def test_an_invoice_is_summed_up_in_a_line() -> None:
    totals = Totals(with_vat=Decimal("1234.5"))
    invoice = Invoice(number="F-7", currency_code="EUR", seller=Seller(name="Muster GmbH"), totals=totals)
    assert _texts(InvoiceReading(invoice))[0] == "Invoice F-7 · Muster GmbH · 1,234.5 EUR"


def test_terms_that_are_required_and_missing_are_named_and_of_a_missing_group_only_the_group() -> None:
    missing = _texts(InvoiceReading(Invoice(number="7", buyer=Buyer(name="Beispiel AG"))))[-1]
    assert missing.startswith("Missing, but required: Invoice issue date BT-2, ")
    assert "Buyer postal address BG-8" in missing
    assert "Seller BG-4" in missing
    assert "BT-27" not in missing
    assert "BT-44" not in missing
    assert "Invoice number" not in missing


def test_every_finding_is_listed_with_its_number() -> None:
    reading, _ = sample("printed-french.pdf")
    notes = notes_of(reading)
    told = {p.note: p.text for p in digest_of(reading.invoices, notes) if p.note}
    assert set(told) == {note.number for note in notes}
    assert all(note.finding.message in told[note.number] for note in notes)


def test_the_findings_of_several_invoices_name_their_invoice() -> None:
    finding = Finding("BR-1", Severity.FATAL, "It is wrong.")
    invoices = (InvoiceReading(Invoice(number="A-1")), InvoiceReading(Invoice(number="B-2"), findings=(finding,)))
    reading = Reading(id="1", name="", media_type="", status=Status.REVIEW, invoices=invoices)
    assert "Invoice B-2: It is wrong. BR-1" in _texts(*invoices, notes=notes_of(reading))


def test_values_of_the_xml_that_no_page_shows_are_listed() -> None:
    subjects = subjects_of(*sample("hybrid-facturx-en16931.pdf"))
    listed = "".join(span.text for span in unplaced_in(subjects.pdfs[0]))
    assert listed.startswith("Payment due date BT-9 (2026-09-04), ")
    assert "Invoiced item VAT rate BT-152 (5 values)" in listed


def test_the_header_of_a_picture_states_that_it_was_not_read() -> None:
    content = pdf_of(text(), picture_of(pdf_of(text())))
    document = Document.of(content, "two.pdf")
    (subject,) = subjects_of(*read_with_pages(document, Options())).pdfs
    assert banner_of(subject, 1) == ""
    assert banner_of(subject, 2).startswith("Page 2 is a picture and was not read")
    assert remark_of(subject, 2) == ""
    assert source_of(subject, 2) == "Page 2 of 2 · values read from the printed page"


def test_a_line_in_another_direction_is_mentioned_once_in_the_remark() -> None:
    document = Document.of(
        pdf_of(both(text(), upwards([(20, 600, "Kestrel Timber Ltd, registered in England")]))), "edge.pdf"
    )
    reading, pdfs = read_with_pages(document, Options())
    (subject,) = subjects_of(reading, pdfs).pdfs
    listed = {note.finding.rule for note in notes_of(reading)}
    assert banner_of(subject, 1) == ""
    assert remark_of(subject, 1).startswith("Text on page 1 that runs in another direction")
    assert remark_of(subject, 1, listed) == ""
