"""The VAT rate of an invoice that has only one, and its place."""

from decimal import Decimal

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.vat.single_rate import place_of_rate, single_rate
from invoicy.pages.printed_terms.choice import printed_terms_of
from tests.pages.fields.totals.amounts import Line
from tests.pages.fields.totals.vat.test_breakdown import SUMS
from tests.pages.typeset import typeset


def test_one_rate_that_makes_all_of_the_vat_is_the_rate_of_the_invoice() -> None:
    lines: tuple[Line, ...] = (
        (300, 400, "Subtotal"),
        (500, 400, "100.00"),
        (300, 415, "VAT 20%"),
        (500, 415, "20.00"),
        (300, 430, "Total"),
        (500, 430, "120.00"),
    )
    page = typeset((50, 50, "Invoice No: 5"), *lines)
    assert single_rate(page, totals_of(page)) == Decimal(20)
    mixed = typeset((50, 50, "Rechnung Nr. 5"), *SUMS)
    assert single_rate(mixed, totals_of(mixed)) is None


def place_of_the_rate(*lines: Line) -> tuple[str, float] | None:
    """The text of the one rate, and how far down the page it is."""
    page = typeset((50, 50, "Invoice No: 5"), *lines)
    terms = printed_terms_of(page)
    assert terms.rate is not None
    place = place_of_rate(page, terms.rate, terms.amounts["tax"])
    return (place.text, place.words[0].top) if place else None


NET, GROSS = ((300.0, 400.0, "Subtotal"), (500.0, 400.0, "100.00")), ((300.0, 430.0, "Total"), (500.0, 430.0, "120.00"))


def test_the_place_of_one_rate_is_the_one_nearest_to_its_vat() -> None:
    item = ((50.0, 300.0, "Planks"), (400.0, 300.0, "20%"), (500.0, 300.0, "100.00"))
    vat = ((300.0, 415.0, "VAT 20%"), (500.0, 415.0, "20.00"))
    bare = ((300.0, 415.0, "VAT"), (500.0, 415.0, "20.00"))
    assert place_of_the_rate(*item, *NET, *vat, *GROSS) == ("20%", 415)
    assert place_of_the_rate(*item, *NET, *bare, *GROSS) == ("20%", 300)


def test_a_rate_without_a_sign_has_a_place_only_in_the_row_of_its_vat() -> None:
    far = ((50.0, 300.0, "Planks"), (400.0, 300.0, "20"), (500.0, 300.0, "100.00"))
    vat = ((300.0, 415.0, "VAT"), (500.0, 415.0, "20.00"))
    beside = ((300.0, 415.0, "VAT"), (400.0, 415.0, "20"), (500.0, 415.0, "20.00"))
    assert place_of_the_rate(*far, *NET, *vat, *GROSS) is None
    assert place_of_the_rate(*far, *NET, *beside, *GROSS) == ("20", 415)
