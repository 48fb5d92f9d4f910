"""The values of a reading's page."""

from decimal import Decimal

from invoicy.model import Invoice, InvoiceLine, Item, Seller, Totals
from invoicy.readings.reading import InvoiceReading, Reading, Status
from invoicy.web.html.reading_page import values_of

INVOICE = Invoice(
    number="R-7",
    currency_code="EUR",
    seller=Seller(name="Kestrel Timber Ltd"),
    totals=Totals(with_vat=Decimal("1234.50")),
    lines=(InvoiceLine(identifier="1", net_price=Decimal("2.5"), item=Item(name="Oak board")),),
)


def reading_of(*invoices: Invoice) -> Reading:
    readings = tuple(map(InvoiceReading, invoices))
    return Reading(id="1", name="a.xml", media_type="", syntax="ubl", status=Status.ACCEPTED, invoices=readings)


def test_facts_have_the_name_and_the_id_of_their_term_and_amounts_a_currency() -> None:
    (invoice,) = values_of(reading_of(INVOICE))["invoices"]
    facts = {fact.term: (fact.name, fact.value) for fact in invoice["facts"]}
    assert facts["BT-1"] == ("Invoice number", "R-7")
    assert facts["BT-27"] == ("Seller name", "Kestrel Timber Ltd")
    assert facts["BT-112"][1] == "1,234.50 EUR"
    assert "BT-44" not in facts


def test_lines_are_listed_without_their_missing_values() -> None:
    (invoice,) = values_of(reading_of(INVOICE))["invoices"]
    assert invoice["lines"] == [
        {"identifier": "1", "name": "Oak board", "quantity": "", "price": "2.5", "amount": ""},
    ]
    assert invoice["lines_left"] == 0


def test_lines_beyond_the_first_200_are_counted() -> None:
    (invoice,) = values_of(reading_of(Invoice(lines=(InvoiceLine(),) * 203)))["invoices"]
    assert (len(invoice["lines"]), invoice["lines_left"]) == (200, 3)


def test_an_invoice_without_a_number_has_a_title() -> None:
    (invoice,) = values_of(reading_of(Invoice()))["invoices"]
    assert invoice["number"] == "without a number"
