"""Factur-X EXTENDED: group and information lines may leave terms out."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-FXEXT-BR-22", {"/lines/0/quantity": None}),
    Pair("BR-FXEXT-BR-23", {"/lines/0/unit_code": None}),
    Pair("BR-FXEXT-BR-24", {"/lines/0/net_amount": None}),
    Pair("BR-FXEXT-BR-26", {"/lines/0/net_price": None}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
