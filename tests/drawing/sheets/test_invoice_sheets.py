"""Sheets for an e-invoice without a printed page."""

from decimal import Decimal

from invoicy.drawing.document import sheets_of
from invoicy.model import Invoice, InvoiceLine, Item
from invoicy.readings.reading import InvoiceReading, Reading, Status


def _sheets(*lines: int) -> int:
    """The number of sheets for invoices with so many lines each."""
    invoices = tuple(
        InvoiceReading(
            Invoice(
                number=f"F-{count}",
                lines=tuple(
                    InvoiceLine(identifier=str(line), net_amount=Decimal(line), item=Item(name="Oak board"))
                    for line in range(count)
                ),
            )
        )
        for count in lines
    )
    reading = Reading(id="1", name="x.xml", media_type="", syntax="ubl", status=Status.ACCEPTED, invoices=invoices)
    return len(sheets_of(reading, ()))


def test_a_long_invoice_goes_on_on_the_next_sheet() -> None:
    assert _sheets(3) == 1
    assert _sheets(120) > 1


def test_each_invoice_begins_on_a_sheet_of_its_own() -> None:
    assert _sheets(3, 3) == 2
