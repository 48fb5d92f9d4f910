"""Small invented readings."""

from decimal import Decimal

from invoicy.model import Invoice, Seller, Totals
from invoicy.readings.reading import InvoiceReading, Reading, Status


def reading_of(document_id: str, number: str | None, total: str | None, *, seller: str = "Muster GmbH") -> Reading:
    """A reading of one invoice by the seller DE1."""
    invoice = Invoice(
        number=number,
        seller=Seller(name=seller, vat_identifier="DE1"),
        totals=Totals(with_vat=None if total is None else Decimal(total)),
    )
    return Reading(
        id=document_id, name="", media_type="", status=Status.ACCEPTED, invoices=(InvoiceReading(invoice=invoice),)
    )
