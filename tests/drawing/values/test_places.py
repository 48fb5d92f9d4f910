"""Places of an e-invoice's values on the page that prints them."""

from datetime import date
from decimal import Decimal

from invoicy.drawing.subject import subjects_of
from invoicy.drawing.values.places import places_of
from invoicy.model import Invoice, InvoiceLine, Item, Totals
from invoicy.pages.sources.page import PageText, Word
from invoicy.readings.reading import Evidence, InvoiceReading
from tests.drawing.samples import sample


def _page(*rows: tuple[tuple[float, str], ...]) -> PageText:
    """A page of 600 x 800 points with rows of words at given distances from the left."""
    words = [
        Word(part, x + 7.0 * len(text[: text.index(part)]), 20.0 * row, x + 7.0 * (text.index(part) + len(part)),
             20.0 * row + 10)
        for row, cells in enumerate(rows, start=1)
        for x, text in cells
        for part in text.split()
    ]  # fmt: skip
    return PageText(1, 600, 800, tuple(words))


def _texts(invoice: Invoice, *rows: tuple[tuple[float, str], ...]) -> dict[str, str]:
    evidence = places_of(invoice, [_page(*rows)], ()).evidence
    return {pointer: place.text for pointer, place in evidence.items()}


def _line(number: str, name: str, quantity: str, price: str, amount: str) -> InvoiceLine:
    return InvoiceLine(
        identifier=number, quantity=Decimal(quantity), net_price=Decimal(price), net_amount=Decimal(amount),
        item=Item(name=name),
    )  # fmt: skip


def test_values_are_found_in_their_printed_forms() -> None:
    invoice = Invoice(number="2026-17", due_date=date(2026, 4, 8), payment_terms="Pay within ten days")
    texts = _texts(invoice, ((50, "No 2026 - 17"),), ((50, "due 8 April 2026"),), ((50, "pay within ten days"),))
    assert texts == {"/number": "2026 17", "/due_date": "8 April 2026", "/payment_terms": "pay within ten days"}


def test_the_values_of_a_line_are_marked_in_its_row() -> None:
    lines = (_line("1", "Oak board", "2", "10.00", "20.00"), _line("2", "Oak door", "1", "20.00", "20.00"))
    evidence = places_of(
        Invoice(lines=lines),
        [
            _page(
                ((50, "1"), (90, "Oak board"), (300, "2"), (380, "10.00"), (480, "20.00")),
                ((50, "2"), (90, "Oak door"), (300, "1"), (380, "20.00"), (480, "20.00")),
            )
        ],
        (),
    ).evidence
    for index, row in ((0, 20 / 800), (1, 40 / 800)):
        at = {
            field: evidence[f"/lines/{index}/{field}"].box
            for field in ("identifier", "item/name", "quantity", "net_price", "net_amount")
        }
        assert {box[1] for box in at.values()} == {row}
        assert [name for name, _ in sorted(at.items(), key=lambda item: item[1][0])] == list(at)


def test_a_short_value_that_is_printed_twice_is_not_marked() -> None:
    invoice = Invoice(buyer_reference="17")
    places = places_of(invoice, [_page(((50, "17"), (300, "17")))], ())
    assert (places.evidence, places.unplaced) == ({}, ("/buyer_reference",))


def test_codes_are_not_looked_for() -> None:
    places = places_of(Invoice(type_code="380"), [_page(((50, "380"),))], ())
    assert (places.evidence, places.unplaced) == ({}, ())


def test_a_hybrid_is_marked_where_its_page_was_read_as_the_same_value() -> None:
    (subject,) = subjects_of(*sample("hybrid-zugferd1.pdf")).pdfs
    evidence = subject.views[0].places.evidence
    assert evidence["/number"].text == "17-1083"
    assert evidence["/totals/with_vat"].text == "1.982,66 €"
    assert evidence["/lines/1/quantity"].text == "7,4"


def test_a_percentage_is_not_found_as_an_amount() -> None:
    invoice = Invoice(totals=Totals(vat=Decimal(19)))
    assert _texts(invoice, ((50, "VAT 19%"), (300, "269.80"))) == {}


def test_a_different_value_on_the_page_is_marked() -> None:
    page = _page(((50, "Total"), (300, "120.00")))
    place = Evidence(1, (0.5, 0.1, 0.6, 0.2), "120.00", "label", 0.99)
    printed = InvoiceReading(Invoice(totals=Totals(with_vat=Decimal(120))), evidence={"/totals/with_vat": place})
    invoice = Invoice(totals=Totals(with_vat=Decimal(119)))
    assert places_of(invoice, [page], [printed]).evidence == {}
    disputed = places_of(invoice, [page], [printed], {"/totals/with_vat"})
    assert disputed.evidence["/totals/with_vat"].text == "120.00"
