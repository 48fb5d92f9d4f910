"""The VAT by rate, if it adds up to the totals."""

from decimal import Decimal

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.vat.breakdown import breakdown_of
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
    breakdown = breakdown_of(page, totals_of(page))
    return [(share.rate.value, share.taxable.value if share.taxable else None, share.tax.value) for share in breakdown]


def table(*rows: tuple[str, str, str]) -> list[Line]:
    return [(50.0 + 80 * x, 480 + 15 * y, text) for y, row in enumerate(rows) for x, text in enumerate(row)]


def test_rates_that_add_up_to_the_totals_are_the_breakdown() -> None:
    breakdown = shares(*SUMS, *table(("7 %", "100,00", "7,00"), ("19 %", "200,00", "38,00")))
    assert breakdown == [
        (Decimal(7), Decimal("100.00"), Decimal("7.00")),
        (Decimal(19), Decimal("200.00"), Decimal("38.00")),
    ]


def test_rates_may_be_printed_without_a_percent_sign() -> None:
    breakdown = shares(*SUMS, *table(("7,00", "100,00", "7,00"), ("19,00", "200,00", "38,00")))
    assert [rate for rate, _, _ in breakdown] == [Decimal(7), Decimal(19)]


def test_rates_that_do_not_add_up_to_the_totals_are_left_out() -> None:
    assert shares(*SUMS, *table(("7 %", "100,00", "7,00"), ("19 %", "210,00", "39,90"))) == []


def test_a_taxable_amount_that_is_not_printed_is_left_out() -> None:
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
