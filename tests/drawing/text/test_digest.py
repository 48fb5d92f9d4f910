"""The paragraphs of a header."""

from decimal import Decimal

from invoicy.drawing.text.digest import digest_of
from invoicy.drawing.text.notes import NumberedFinding, notes_of
from invoicy.model import Buyer, Invoice, Seller, Totals
from invoicy.readings.reading import Finding, InvoiceReading, Reading, Severity, Status
from tests.drawing.samples import sample


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
    listed = {p.note: p.text for p in digest_of(reading.invoices, notes) if p.note}
    assert set(listed) == {note.number for note in notes}
    assert all(note.finding.message in listed[note.number] for note in notes)


def test_the_findings_of_several_invoices_name_their_invoice() -> None:
    finding = Finding("BR-1", Severity.FATAL, "It is wrong.")
    invoices = (InvoiceReading(Invoice(number="A-1")), InvoiceReading(Invoice(number="B-2"), findings=(finding,)))
    reading = Reading(id="1", name="", media_type="", status=Status.REVIEW, invoices=invoices)
    assert "Invoice B-2: It is wrong. BR-1" in _texts(*invoices, notes=notes_of(reading))
