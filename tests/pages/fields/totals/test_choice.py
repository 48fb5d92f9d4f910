"""Net, VAT and gross are chosen together, and only from printed amounts."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.choice import totals_of
from tests.pages.typeset import typeset

HEAD = ((50.0, 50.0, "Invoice No: 17"),)


def test_amounts_that_add_up_win_over_the_nearest_label() -> None:
    totals = totals_of(
        typeset(
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
    assert (totals.net.value, totals.gross.value, totals.adds_up) == (Decimal("100.00"), Decimal("120.00"), True)


def test_rates_are_added_though_each_names_what_it_is_taken_of() -> None:
    totals = totals_of(
        typeset(
            *HEAD,
            (300, 400, "Subtotal"),
            (500, 400, "305.10"),
            (300, 415, "VAT 23% on 240.10"),
            (500, 415, "55.22"),
            (300, 430, "VAT 13.5% on 65.00"),
            (500, 430, "8.78"),
            (300, 445, "Total EUR"),
            (500, 445, "369.10"),
        )
    )
    assert totals.tax is not None
    assert (totals.tax.value, totals.adds_up) == (Decimal("64.00"), True)


def test_two_rates_are_added_if_their_sum_adds_up() -> None:
    totals = totals_of(
        typeset(
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


def test_an_amount_that_is_not_printed_is_not_chosen() -> None:
    totals = totals_of(typeset(*HEAD, (300, 430, "Total"), (500, 430, "120.00")))
    assert totals.net is None
    assert totals.tax is None


def test_totals_that_do_not_add_up_are_marked() -> None:
    totals = totals_of(
        typeset(
            *HEAD,
            (300, 400, "Subtotal"),
            (500, 400, "100.00"),
            (300, 415, "VAT 8%"),
            (500, 415, "8.00"),
            (300, 430, "Total"),
            (500, 430, "110.00"),
        )
    )
    assert totals.adds_up is not True


def test_the_payment_leaves_the_amount_due() -> None:
    totals = totals_of(
        typeset(
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
    assert (totals.paid.value, totals.due.value, totals.due_adds_up) == (Decimal("20.00"), Decimal("100.00"), True)


def totals_in(text: str) -> tuple[Decimal | None, ...]:
    totals = totals_of(typeset(*HEAD, (50, 500, text)))
    return tuple(amount.value if amount else None for amount in (totals.net, totals.tax, totals.gross))


@pytest.mark.parametrize(
    "text",
    [
        "In total we charge you GBP 120.00 for this; this includes VAT of GBP 20.00.",
        "Der Rechnungsbetrag beläuft sich auf 120,00 EUR inklusive 20,00 EUR MwSt.",
        "In totaal brengen wij u EUR 120,00 in rekening, waarvan EUR 20,00 btw.",
        "Le montant total de nos prestations est de 120,00 € dont 20,00 € de TVA.",
        "L'importo totale della presente fattura è di 120,00 EUR di cui 20,00 EUR di IVA.",
    ],
)
def test_a_sentence_names_the_total_and_the_vat_in_it(text: str) -> None:
    assert totals_in(text)[1:] == (Decimal("20.00"), Decimal("120.00"))


def test_a_sentence_names_the_net_and_the_vat() -> None:
    text = "Our fee for January is GBP 100.00 plus VAT of GBP 20.00, in all GBP 120.00."
    assert totals_in(text) == (Decimal("100.00"), Decimal("20.00"), Decimal("120.00"))


@pytest.mark.parametrize(
    "text",
    [
        "Bei Zahlung bis 3.5.2020 gewähren wir 2 % Skonto auf den Gesamtbetrag, also 117,60 EUR.",
        "A company with a share capital of EUR 500.00 in the register of the court.",
    ],
)
def test_sentences_about_discounts_and_capital_name_no_total(text: str) -> None:
    table = ((300.0, 400.0, "Total incl. VAT"), (500.0, 400.0, "120.00"))
    totals = totals_of(typeset(*HEAD, *table, (50, 600, text)))
    assert totals.gross
    assert totals.gross.value == Decimal("120.00")
    assert totals.due
    assert totals.due.value == Decimal("120.00")


def test_freight_is_not_vat_even_if_it_adds_up() -> None:
    lines = (("Goods total", "100.00"), ("Freight", "7.00"), ("Net amount", "107.00"), ("Total", "107.00"))
    rows = [
        part
        for i, (name, value) in enumerate(lines)
        for part in ((300, 400 + 15 * i, name), (500, 400 + 15 * i, value))
    ]
    totals = totals_of(typeset(*HEAD, *rows))
    assert totals.tax is None


def test_two_taxes_of_the_same_amount_are_added() -> None:
    lines = (("Taxable value", "100.00"), ("CGST 9%", "9.00"), ("SGST 9%", "9.00"), ("Grand total", "118.00"))
    rows = [
        part
        for i, (name, value) in enumerate(lines)
        for part in ((300, 400 + 15 * i, name), (500, 400 + 15 * i, value))
    ]
    totals = totals_of(typeset(*HEAD, *rows))
    assert totals.tax
    assert totals.tax.value == Decimal("18.00")


def test_the_whole_wins_over_a_row_of_one_rate() -> None:
    table = (
        ((60, 400, "Rate"), (120, 400, "Net"), (200, 400, "VAT"), (280, 400, "Gross")),
        ((60, 415, "21 %"), (120, 415, "100.00"), (200, 415, "21.00"), (280, 415, "121.00")),
        ((60, 430, "6 %"), (120, 430, "200.00"), (200, 430, "12.00"), (280, 430, "212.00")),
        ((300, 460, "Subtotal"), (500, 460, "300.00")),
        ((300, 475, "VAT 21 %"), (500, 475, "21.00")),
        ((300, 490, "VAT 6 %"), (500, 490, "12.00")),
        ((300, 505, "Total incl. VAT"), (500, 505, "333.00")),
    )
    totals = totals_of(typeset(*HEAD, *(part for row in table for part in row)))
    assert totals.gross
    assert totals.net
    assert (totals.net.value, totals.gross.value) == (Decimal("300.00"), Decimal("333.00"))


def test_brackets_in_a_sentence_are_not_a_minus_sign() -> None:
    text = "In total we charge you GBP 120.00 for this work, including VAT (GBP 20.00)."
    assert totals_in(text)[1:] == (Decimal("20.00"), Decimal("120.00"))


def test_the_labelled_rest_is_due_even_if_no_label_names_the_payment() -> None:
    lines = (
        ("Net total", "100.00"),
        ("VAT 20%", "20.00"),
        ("Total", "120.00"),
        ("Zwrbl", "-50.00"),
        ("Amount due", "70.00"),
    )
    rows = [
        part
        for i, (name, value) in enumerate(lines)
        for part in ((300, 400 + 15 * i, name), (500, 400 + 15 * i, value))
    ]
    totals = totals_of(typeset(*HEAD, *rows))
    assert totals.due
    assert totals.due.value == Decimal("70.00")


def test_thousands_without_places_are_thousands() -> None:
    lines = (("Nettó összesen", "62.169"), ("ÁFA 27%", "16.786"), ("Bruttó végösszeg", "78.955"))
    rows = [
        part
        for i, (name, value) in enumerate(lines)
        for part in ((300, 400 + 15 * i, name), (500, 400 + 15 * i, value))
    ]
    totals = totals_of(typeset(*HEAD, *rows))
    assert totals.gross
    assert totals.gross.value == Decimal(78955)
