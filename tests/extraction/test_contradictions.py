"""An e-invoice and the page that shows it are one invoice and must agree."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pikepdf
from msgspec import structs

from invoicy import read
from invoicy.extraction.contradictions import DISAGREES, joined_with_printed, with_contradictions
from invoicy.model import Invoice, Totals
from invoicy.readings.reading import Evidence, InvoiceReading
from tests.pages.pdfs import HEIGHT, WIDTH, Drawing, blank, pdf_of, picture_of, text
from tests.requirements import SAMPLES


def invoice(number: str = "R-1", total: str = "119.00", day: int = 1) -> InvoiceReading:
    totals = Totals(with_vat=Decimal(total))
    return InvoiceReading(Invoice(number=number, issue_date=date(2026, 3, day), totals=totals))


def test_the_page_of_an_e_invoice_is_not_a_second_invoice() -> None:
    assert joined_with_printed([invoice()], [invoice(number="R - 1", total="119.0")]) == (invoice(),)


def test_another_invoice_on_a_page_is_kept() -> None:
    assert joined_with_printed([invoice()], [invoice(number="R-2")]) == (invoice(), invoice(number="R-2"))


def test_a_page_that_shows_another_total_asks_for_review() -> None:
    (reading,) = joined_with_printed([invoice()], [invoice(total="191.00")])
    (finding,) = reading.findings
    assert (reading.status, finding.rule, finding.path) == ("review", DISAGREES, "/totals/with_vat")
    assert finding.values == ("119.00", "191.00")


def test_a_contradiction_names_the_term_and_quotes_both_as_they_are_written() -> None:
    reading = with_contradictions(invoice(number="RE-7", total="1119.00"), [invoice(number="Re - 8", total="1120.00")])
    assert [finding.message for finding in reading.findings] == [
        "The page shows Re - 8 for the invoice number (BT-1), but the XML says RE-7.",
        "The page shows 1,120.00 for the total with VAT (BT-112), but the XML says 1,119.00.",
    ]


def test_a_credit_note_may_have_minus_signs_on_the_page_alone() -> None:
    note = structs.replace(invoice(), invoice=structs.replace(invoice().invoice, type_code="381"))
    assert with_contradictions(note, [invoice(total="-119.00")]) == note
    assert with_contradictions(invoice(), [invoice(total="-119.00")]).status == "review"


def test_a_value_that_is_hard_to_read_on_the_page_contradicts_nothing() -> None:
    evidence = {"/totals/with_vat": Evidence(1, (0, 0, 1, 1), "191.00", "label", 0.5)}
    page = structs.replace(invoice(total="191.00"), evidence=evidence)
    assert joined_with_printed([invoice()], [page]) == (invoice(),)


def test_a_hybrid_whose_page_shows_another_total_asks_for_review() -> None:
    hybrid = (SAMPLES / "hybrid-facturx-en16931.pdf").read_bytes()
    with pikepdf.open(BytesIO(hybrid)) as pdf:
        (file,) = pdf.attachments.values()
        xml = file.get_file().read_bytes()
        file.obj.EF.F.write(xml.replace(b"13004.36", b"13004.63"))
        pdf.save(out := BytesIO())
    reading = read(out.getvalue())
    assert reading.status == "review"
    assert DISAGREES in [finding.rule for finding in reading.invoices[0].findings]


def test_a_mail_with_xml_and_pdf_of_one_invoice_holds_one() -> None:
    reading = read(SAMPLES / "mail.eml")
    assert (len(reading.invoices), reading.status) == (1, "accepted")


def _with_page(draw: Drawing) -> InvoiceReading:
    """The reading of a hybrid with one more page."""
    hybrid = (SAMPLES / "hybrid-facturx-en16931.pdf").read_bytes()
    with pikepdf.open(BytesIO(hybrid)) as pdf:
        draw(pdf, pdf.add_blank_page(page_size=(WIDTH, HEIGHT)))
        pdf.save(out := BytesIO())
    (reading,) = read(out.getvalue()).invoices
    return reading


def test_a_scanned_page_of_a_hybrid_is_named() -> None:
    reading = _with_page(picture_of(pdf_of(text())))
    (finding,) = reading.findings
    assert finding.message == "Page 2 was not compared with the XML: without OCR nothing can be read there."
    assert (finding.rule, finding.values, reading.status) == ("INVOICY-PAGE-NOT-COMPARED", ("2",), "accepted")


def test_another_invoice_on_a_page_of_a_hybrid_asks_for_review() -> None:
    reading = _with_page(text())
    (finding,) = reading.findings
    assert finding.message == "Page 2 shows another invoice, KT-2081, which the XML does not hold."
    assert (finding.rule, reading.status) == (DISAGREES, "review")


def test_a_paid_stamp_on_a_page_of_a_hybrid_is_reported() -> None:
    (finding,) = _with_page(text([(200, 240, "BEZAHLT")], size=40)).findings
    assert finding.rule == "INVOICY-MARKED-PAID"


def test_a_blank_page_of_a_hybrid_needs_no_word() -> None:
    assert _with_page(blank).findings == ()
