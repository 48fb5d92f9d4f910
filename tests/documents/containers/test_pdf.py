"""An e-invoice in a PDF is found by its content, not by its name."""

import pypdfium2
import pytest

from invoicy import read
from invoicy.documents.containers.pdf import attachments_of_pdf
from invoicy.documents.document import Document
from invoicy.errors import UnreadableDocumentError
from tests.requirements import SAMPLES
from tests.xml_documents import ubl, valid_ubl


def pdf_with(*attachments: tuple[str, bytes]) -> bytes:
    from io import BytesIO

    out = BytesIO()
    with pypdfium2.PdfDocument.new() as pdf:
        pdf.new_page(200, 200)
        for name, content in attachments:
            pdf.new_attachment(name).set_data(content)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["factur-x.xml", "invoice.txt", "Anhang (1)"])
def test_the_attachment_s_name_does_not_matter(name: str) -> None:
    reading = read(pdf_with((name, ubl())))
    assert (reading.media_type, reading.syntax) == ("application/pdf", "ubl")
    assert [i.invoice.number for i in reading.invoices] == ["R-1"]


def test_other_attachments_are_no_reason_to_refuse() -> None:
    reading = read(pdf_with(("photo.png", b"\x89PNG\r\n\x1a\n"), ("note.xml", b"<note/>"), ("e.xml", valid_ubl())))
    assert reading.status == "accepted"
    assert [f.message.split(":")[0] for f in reading.findings] == ["note.xml"]


def test_two_different_invoices_are_both_read() -> None:
    other = ubl().replace(b"R-1", b"R-2")
    assert [i.invoice.number for i in read(pdf_with(("a", ubl()), ("b", other))).invoices] == ["R-1", "R-2"]


def test_the_same_invoice_attached_twice_is_one() -> None:
    assert len(read(pdf_with(("a.xml", ubl()), ("b.xml", ubl()))).invoices) == 1


def test_an_encrypted_pdf_is_reported() -> None:
    import pikepdf

    path_in = SAMPLES / "printed-german.pdf"
    from io import BytesIO

    out = BytesIO()
    with pikepdf.open(path_in) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    reading = read(out.getvalue())
    assert reading.status == "rejected"
    assert [f.rule for f in reading.findings] == ["INVOICY-ENCRYPTED"]
    assert "password" in reading.findings[0].message


def test_a_broken_pdf_is_reported() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        attachments_of_pdf(Document.of(b"%PDF-1.7 and nothing else"))
    assert raised.value.rule == "INVOICY-PDF-BROKEN"


def test_a_pdf_that_holds_too_much_is_refused() -> None:
    reading = read(pdf_with(*((f"{number}.txt", str(number).encode()) for number in range(501))))
    assert [f.rule for f in reading.findings] == ["INVOICY-TOO-LARGE"]


def test_a_pdf_that_supports_an_e_invoice_is_not_an_invoice() -> None:
    bill = (SAMPLES / "printed-german.pdf").read_bytes()
    assert [i.invoice.number for i in read(pdf_with(("bill.pdf", bill), ("x.xml", ubl()))).invoices] == ["R-1"]


def test_an_invoice_attached_to_a_cover_is_read() -> None:
    bill = (SAMPLES / "printed-german.pdf").read_bytes()
    assert [i.invoice.number for i in read(pdf_with(("bill.pdf", bill))).invoices] == ["4120877"]
