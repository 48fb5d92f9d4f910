"""The currency, by sign, by name and by country."""

import pytest

from invoicy.pages.fields.currency.choice import currency_of
from invoicy.pages.fields.totals.choice import totals_of
from tests.pages.typeset import typeset

SURE = 0.5


def code(*lines: str) -> str | None:
    currency = currency_of(typeset(*((50.0, 50.0 + 14 * row, line) for row, line in enumerate(lines))))
    return currency.value if currency else None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Tax Invoice", "Umzinto (Pty) Ltd", "Total R 80 434,00"), "ZAR"),
        (("FATURA", "Valor total R$", "1.630,00"), "BRL"),
        (("Tax Invoice", "All up: NZ$3,100.00", "You owe us $2,600.00", "Bond $500.00"), "NZD"),
        (("FACTURA", "TOTAL FACTURA (EUROS)", "554,85"), "EUR"),
        (("Tax Invoice", "ABN 51 824 753 556", "Total $110.00"), "AUD"),
        (("Facture", "Montréal (Québec)", "TVQ 9,975 %", "Total 110,00 $"), "CAD"),
        (("Invoice", "Oslo, Norge", "Foretaksregisteret", "Total kr 1 250,00"), "NOK"),
        (("Invoice", "CVR 12345678", "Total kr 1.250,00"), "DKK"),
        (("Invoice", "Goods 195.00 R", "Total 195.00 EUR"), "EUR"),
        (("INVOICE", "Thunder Bay, ON P7B 5E1", "HST 13% $13.00", "Total $113.00"), "CAD"),
        (("INVOICE", "4 Oak St, Baton Rouge, LA 70801", "Total $110.00"), "USD"),
        (("INVOICE", "Rm 1204, 16 Argyle St", "Net HK$ 2,876.90"), "HKD"),
        (("INVOICE", "Threaded rod, six feet, of PLN steel", "Total $149.00"), "USD"),
    ],
)
def test_a_shared_sign_is_of_the_country_that_the_page_is_about(lines: tuple[str, ...], wanted: str) -> None:
    assert code(*lines) == wanted


def test_a_currency_that_is_not_printed_is_not_certain() -> None:
    page = typeset(
        (50, 50, "Tax Invoice"), (50, 64, "GSTIN 27AAPFU0939F1ZV"), (50, 78, "IGST 18 %"), (50, 92, "Total 118.00")
    )
    chosen = currency_of(page)
    assert chosen is not None
    assert chosen.value == "INR"
    assert chosen.score < SURE


def test_a_legal_form_is_not_a_currency() -> None:
    assert code("NUSA DINGIN SDN. BHD.", "Total RM 10.00") == "MYR"


def test_the_currency_beside_the_total_goes_before_that_of_other_amounts() -> None:
    page = typeset(
        (50, 50, "Invoice No: 17"),
        (50, 100, "USD 10.00"),
        (150, 100, "USD 20.00"),
        (250, 100, "USD 30.00"),
        (50, 400, "Total"),
        (300, 400, "EUR 60.00"),
    )
    chosen = currency_of(page, totals_of(page))
    assert chosen is not None
    assert chosen.value == "EUR"


def test_a_code_at_a_label_wins_over_the_signs() -> None:
    assert code("Invoice No: 17", "Currency: CHF", "Total EUR 60.00", "Net EUR 50.00") == "CHF"


def test_a_currency_may_be_named_in_words() -> None:
    assert code("Invoice No: 17", "TWENTY POUNDS STERLING ONLY", "Total 20.00") == "GBP"


def test_a_page_without_any_sign_has_no_currency() -> None:
    assert code("Oak boards") is None
