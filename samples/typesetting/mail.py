"""An e-mail that brings an invoice twice: as XML and as PDF."""

import datetime as dt
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default

from typesetting.facts import Invoice

BODY = """Dear {buyer},

please find attached our invoice {number} for the translation of your autumn catalogue,
as an e-invoice (XML) and as a PDF for your files.

Kind regards
{seller}
"""


def write_mail(invoice: Invoice, xml: bytes, pdf: bytes) -> bytes:
    """Write the message; boundary, date and id are fixed so that two runs agree."""
    seller, buyer = invoice.seller, invoice.buyer
    mail = EmailMessage(default)
    mail["From"] = Address(seller.contact, addr_spec=seller.email)
    mail["To"] = Address(buyer.contact, addr_spec=buyer.email)
    mail["Subject"] = f"Invoice {invoice.number}, {seller.trading_name}"
    mail["Date"] = dt.datetime.combine(invoice.issue_date, dt.time(9, 12), dt.UTC)
    mail["Message-ID"] = f"<{invoice.number.lower()}@{seller.website}>"
    mail.set_content(BODY.format(buyer=buyer.contact, number=invoice.number, seller=seller.contact))
    mail.add_attachment(xml, "application", "xml", filename=f"{invoice.number}.xml")
    mail.add_attachment(pdf, "application", "pdf", filename=f"{invoice.number}.pdf")
    mail.set_boundary(f"=={invoice.number}==")
    return mail.as_bytes()
