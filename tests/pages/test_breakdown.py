"""The VAT by rate, only where it makes the totals."""

from decimal import Decimal

from invoicy.pages.breakdown import breakdown_of, single_rate
from invoicy.pages.totals import totals_of
from tests.pages.typeset import scene

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
    page = scene((50, 50, "Rechnung Nr. 5"), *lines)
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
    page = scene((50, 50, "Invoice No: 5"), *lines)
    assert single_rate(page, totals_of(page)) == Decimal(20)
    mixed = scene((50, 50, "Rechnung Nr. 5"), *SUMS)
    assert single_rate(mixed, totals_of(mixed)) is None
