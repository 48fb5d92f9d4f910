"""Invoices attached to an e-mail."""

from email.message import EmailMessage

from invoicy import read
from tests.documents import ubl, valid_ubl


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
