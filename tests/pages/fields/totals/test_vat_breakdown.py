"""The VAT by rate, only where it makes the totals."""

from decimal import Decimal

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.vat_breakdown import breakdown_of, place_of_rate, single_rate
from invoicy.pages.header import header_of
from tests.pages.typeset import typeset

Line = tuple[float, float, str]
SUMS: tuple[Line, ...] = (
    (300, 400, "Summe netto"),
    (500, 400, "300,00"),
    (300, 415, "MwSt. gesamt"),
    (500, 415, "45,00"),
    (300, 430, "Gesamtbetrag"),
    (500, 430, "345,00"),
)


def shares(*lines: Line) -> list[tuple[Decimal, Decimal | None, Decimal]]:
    page = typeset((50, 50, "Rechnung Nr. 5"), *lines)
    found = breakdown_of(page, totals_of(page))
    return [(one.rate.value, one.taxable.value if one.taxable else None, one.tax.value) for one in found]


def table(*rows: tuple[str, str, str]) -> list[Line]:
    return [(50.0 + 80 * x, 480 + 15 * y, text) for y, row in enumerate(rows) for x, text in enumerate(row)]


def test_a_table_of_rates_that_makes_the_totals_is_the_breakdown() -> None:
    found = shares(*SUMS, *table(("7 %", "100,00", "7,00"), ("19 %", "200,00", "38,00")))
    assert found == [
        (Decimal(7), Decimal("100.00"), Decimal("7.00")),
        (Decimal(19), Decimal("200.00"), Decimal("38.00")),
    ]


def test_rates_may_be_printed_without_a_percent_sign() -> None:
    found = shares(*SUMS, *table(("7,00", "100,00", "7,00"), ("19,00", "200,00", "38,00")))
    assert [rate for rate, _, _ in found] == [Decimal(7), Decimal(19)]


def test_a_table_that_does_not_make_the_totals_is_none() -> None:
    assert shares(*SUMS, *table(("7 %", "100,00", "7,00"), ("19 %", "210,00", "39,90"))) == []


def test_vat_by_rate_without_its_base_has_none() -> None:
    lines: tuple[Line, ...] = (
        (300, 400, "Summe netto"),
        (500, 400, "300,00"),
        (300, 415, "MwSt. 7%"),
        (500, 415, "7,00"),
        (300, 430, "MwSt. 19%"),
        (500, 430, "38,00"),
        (300, 445, "Gesamtbetrag"),
        (500, 445, "345,00"),
    )
    assert shares(*lines) == [(Decimal(7), None, Decimal("7.00")), (Decimal(19), None, Decimal("38.00"))]


def test_one_rate_is_given_where_it_is_printed() -> None:
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
    header = header_of(page)
    assert header.rate is not None
    found = place_of_rate(page, header.rate, header.amounts["tax"])
    return (found.text, found.words[0].top) if found else None


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
