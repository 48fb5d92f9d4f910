"""The amounts behind the gross, and the cap on the score of a gross that another sum comes near to."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from tests.pages.typeset import typeset

HEAD = ((50.0, 50.0, "Invoice No: 17"),)


def totals(*rows: tuple[str, str]) -> ChosenTotals:
    """A label and its amount a row, the amounts ending at one place."""
    lines = (
        line
        for index, (label, amount) in enumerate(rows)
        for line in ((250.0, 400.0 + 15 * index, label), (545.0 - 5 * len(amount), 400.0 + 15 * index, amount))
        if line[2]
    )
    return totals_of(typeset(*HEAD, *lines))


def values(chosen: ChosenTotals) -> tuple[Decimal | None, Decimal | None]:
    return chosen.gross.value if chosen.gross else None, chosen.due.value if chosen.due else None


@pytest.mark.parametrize(
    ("rows", "gross", "due"),
    [
        ((("Total fees", "90.00"), ("Total this bill", "80.00"), ("Retainer applied", "-30.00")), "80.00", "50.00"),
        ((("Freight", "70.00"), ("Total freight charges", "80.00"), ("Less fuel advance", "30.00-")), "80.00", "50.00"),
        ((("Sum denne faktura", "80,00"), ("Utestående fra faktura 7580", "20,00")), "80.00", "100.00"),
        ((("Účet celkem", "80,00"), ("Záloha z 20. 8. 2024", "-30,00")), "80.00", "50.00"),
    ],
)
def test_a_total_before_payments_and_earlier_balances_is_the_gross(
    rows: tuple[tuple[str, str], ...], gross: str, due: str
) -> None:
    labels = {"20,00": "Å betale", "-30,00": "K doplacení"}
    printed = due.replace(".", ",") if "," in rows[-1][1] else due
    chosen = totals(*rows, (labels.get(rows[-1][1], "Balance due"), printed))
    assert values(chosen) == (Decimal(gross), Decimal(due))
    assert chosen.due_adds_up


def test_a_printed_amount_that_payments_leave_is_due_without_a_label() -> None:
    chosen = totals(("Total", "120.00"), ("Less deposit", "20.00"), ("Kindly sent", "100.00"))
    assert values(chosen) == (Decimal("120.00"), Decimal("100.00"))


def test_a_number_that_is_not_money_is_not_due() -> None:
    chosen = totals(("Totaal", "604,07"), ("Saldo", "18"))
    assert values(chosen) == (Decimal("604.07"), Decimal("604.07"))


def test_one_of_two_installments_is_not_the_amount_due() -> None:
    chosen = totals(("Totale fattura", "985,45"), ("Importo rata", "492,73"), ("Importo rata", "492,72"))
    assert values(chosen) == (Decimal("985.45"), Decimal("985.45"))


@pytest.mark.parametrize("due", ["148,00", "148,30"])
def test_rounding_settles(due: str) -> None:
    assert totals(("Total", "148,29"), ("Å betale", due)).due_adds_up


def test_amounts_between_gross_and_due_make_the_due_add_up_without_a_label() -> None:
    assert totals(
        ("Total", "120.00"), ("Ref 5 Jan", "-30.00"), ("Debours", "10.00"), ("Amount due", "100.00")
    ).due_adds_up
    assert totals(("Total", "120.00"), ("Ref 5 Jan", "30.00"), ("Amount due", "100.00")).due_adds_up is False


def test_a_gross_beside_other_amounts_that_add_up_is_doubted() -> None:
    alone = totals(("Net", "100.00"), ("VAT 20%", "20.00"), ("Total", "120.00"))
    rival = totals(
        ("Net", "100.00"),
        ("VAT 20%", "20.00"),
        ("Total", "120.00"),
        ("Net", "200.00"),
        ("VAT 20%", "40.00"),
        ("Total", "240.00"),
    )
    assert alone.score_cap == 1.0
    assert rival.score_cap < 0.6


def test_amounts_that_add_up_without_labels_are_doubted() -> None:
    chosen = totals_of(
        typeset(*HEAD, (50, 400, "Works"), (200, 400, "800.00"), (300, 400, "160.00"), (400, 400, "960.00"))
    )
    assert chosen.score_cap < 0.6


def test_without_vat_the_net_is_the_same_amount_printed_before() -> None:
    chosen = totals(("Works done", "130.00"), ("VAT reverse charge", "0.00"), ("Invoice total", "130.00"))
    assert chosen.net is not None
    assert chosen.net.value == Decimal("130.00")
    assert chosen.adds_up


def test_a_total_for_early_payment_was_not_paid() -> None:
    chosen = totals(
        ("Net total", "150.00"),
        ("VAT 20%", "30.00"),
        ("Total incl. VAT", "180.00"),
        ("2 % off if paid by 24 March", "3.60"),
        ("Total if paid early", "176.40"),
    )
    assert values(chosen) == (Decimal("180.00"), Decimal("180.00"))
    assert chosen.paid is None


def test_a_word_printed_across_the_items_pays_none_of_them() -> None:
    head = ((50.0, 200.0, "Description"), (250.0, 200.0, "Quantity"), (320.0, 200.0, "Unit price"))
    item = ((50.0, 220.0, "Oak board"), (200.0, 220.0, "PAID"), (250.0, 220.0, "2"), (320.0, 220.0, "75.00"))
    rows = (("Net total", "150.00"), ("VAT 20%", "30.00"), ("Total incl. VAT", "180.00"))
    lines = [
        line
        for at, (label, amount) in enumerate(rows)
        for line in ((300.0, 400.0 + 15 * at, label), (480.0, 400.0 + 15 * at, amount))
    ]
    chosen = totals_of(
        typeset(*HEAD, *head, (480.0, 200.0, "Amount"), *item, (480.0, 220.0, "60.00"), *lines),
    )
    assert chosen.paid is None
    assert values(chosen) == (Decimal("180.00"), Decimal("180.00"))
