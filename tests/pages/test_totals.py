"""Net, VAT and gross are chosen together, and never made up."""

from decimal import Decimal

from invoicy.pages.totals import totals_of
from tests.pages.typeset import scene

HEAD = ((50.0, 50.0, "Invoice No: 17"),)


def test_the_sum_that_closes_wins_over_the_nearest_label() -> None:
    totals = totals_of(
        scene(
            *HEAD,
            (300, 400, "Subtotal"),
            (500, 400, "100.00"),
            (300, 415, "VAT 20%"),
            (500, 415, "20.00"),
            (300, 430, "Total"),
            (500, 430, "120.00"),
            (300, 445, "Total hours"),
            (500, 445, "7.50"),
        )
    )
    assert totals.gross is not None
    assert totals.net is not None
    assert (totals.net.value, totals.gross.value, totals.closes) == (Decimal("100.00"), Decimal("120.00"), True)


def test_two_rates_are_added_when_their_sum_closes() -> None:
    totals = totals_of(
        scene(
            *HEAD,
            (300, 400, "Summe netto"),
            (500, 400, "300,00"),
            (300, 415, "MwSt. 7%"),
            (500, 415, "7,00"),
            (300, 430, "MwSt. 19%"),
            (500, 430, "38,00"),
            (300, 445, "Gesamtbetrag"),
            (500, 445, "345,00"),
        )
    )
    assert totals.tax is not None
    assert totals.tax.value == Decimal("45.00")
    assert [part.value for part in totals.tax.parts] == [Decimal("7.00"), Decimal("38.00")]


def test_an_amount_that_is_not_printed_is_not_given() -> None:
    totals = totals_of(scene(*HEAD, (300, 430, "Total"), (500, 430, "120.00")))
    assert totals.net is None
    assert totals.tax is None


def test_sums_that_do_not_close_are_told() -> None:
    totals = totals_of(
        scene(
            *HEAD,
            (300, 400, "Subtotal"),
            (500, 400, "100.00"),
            (300, 415, "VAT 8%"),
            (500, 415, "8.00"),
            (300, 430, "Total"),
            (500, 430, "110.00"),
        )
    )
    assert totals.closes is not True


def test_what_was_paid_leaves_what_is_due() -> None:
    totals = totals_of(
        scene(
            *HEAD,
            (300, 430, "Total"),
            (500, 430, "120.00"),
            (300, 445, "Amount paid"),
            (500, 445, "20.00"),
            (300, 460, "Balance due"),
            (500, 460, "100.00"),
        )
    )
    assert totals.due is not None
    assert totals.paid is not None
    assert (totals.paid.value, totals.due.value, totals.settles) == (Decimal("20.00"), Decimal("100.00"), True)
