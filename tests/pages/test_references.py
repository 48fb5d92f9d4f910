"""Whose number is whose."""

import pytest

from invoicy.pages.references import number_of, purchase_order_of
from tests.pages.typeset import scene


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Auftrag: 4711-X",
        "Your order no: 4711-X",
        "Votre BC: 4711-X",
        "OC do cliente: 4711-X",
        "Vaše objednávka: 4711-X",
    ],
)
def test_the_buyers_order_number_is_known_in_many_languages(text: str) -> None:
    found = purchase_order_of(scene((50, 50, "Invoice No: 17"), (50, 80, text)), None)
    assert found
    assert found.value == "4711-X"


@pytest.mark.parametrize(
    "text",
    [
        "Unser Auftrag: 4711-X",
        "Our order: 4711-X",
        "Notre commande: 4711-X",
        "Onze order: 4711-X",
        "Order reference: SO00409",
    ],
)
def test_the_sellers_own_order_number_is_none(text: str) -> None:
    assert purchase_order_of(scene((50, 50, "Invoice No: 17"), (50, 80, text)), None) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rekening nr. No-3217, opgemaakt op 27/6/2020", "No-3217"),
        ("Credit Memo no. R2018.9495, dated 15/02/18", "R2018.9495"),
        ("Fatura de venda n.º FV/86/08/2020, emitida em 05/08/2020", "FV/86/08/2020"),
        ("Lasku nro S7513S / 02.05.2020", "S7513S"),
    ],
)
def test_the_number_in_a_title_is_whole(text: str, value: str) -> None:
    found = number_of(scene((50, 100, text)))
    assert found
    assert found.value == value
