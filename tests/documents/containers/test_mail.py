"""Invoices attached to an e-mail."""

from base64 import encodebytes
from email.message import EmailMessage

from invoicy import read
from tests.xml_documents import ubl, valid_ubl


def mail(*attachments: tuple[str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "billing@seller.example"
    message["Subject"] = "Your invoice"
    message.set_content("Please find attached.")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def test_the_attached_invoice_is_read() -> None:
    reading = read(bytes(mail(("logo.png", b"\x89PNG\r\n\x1a\n"), ("invoice.bin", valid_ubl()))))
    assert (reading.media_type, reading.syntax, reading.status) == ("message/rfc822", "ubl", "accepted")


def test_a_forwarded_message_is_opened_too() -> None:
    outer = mail()
    outer.add_attachment(mail(("invoice.xml", ubl())))
    assert [i.invoice.number for i in read(bytes(outer)).invoices] == ["R-1"]


def test_a_mark_before_the_headers_does_not_hide_the_attachment() -> None:
    assert read(b"\xef\xbb\xbf\r\n" + bytes(mail(("invoice.xml", ubl())))).invoices


def test_a_mail_signed_as_a_whole_is_reported_as_signed() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n"
    signed = bytes.fromhex("3082010b06092a864886f70d010702a08200fc")
    reading = read(head + b"Content-Transfer-Encoding: base64\r\n\r\n" + encodebytes(signed))
    assert reading.findings[1].message.startswith("smime.p7m: The document is a signed file")


def test_a_mail_without_an_invoice_is_rejected_with_the_reason() -> None:
    reading = read(bytes(mail(("a.xml", b"<note/>"))))
    assert reading.status == "rejected"
    assert [f.rule for f in reading.findings] == ["INVOICY-NO-INVOICE", "INVOICY-NO-INVOICE"]
    assert reading.findings[1].message.startswith("a.xml: ")


def test_messages_nested_without_end_are_refused() -> None:
    message = mail(("invoice.xml", ubl()))
    for _ in range(10):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    assert read(bytes(message)).status == "rejected"
