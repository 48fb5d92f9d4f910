"""The rate of a line, allowance or charge fits its VAT category."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-S-05", {"/lines/0/vat_rate": "0"}),
    Pair("BR-S-06", {"/allowances/0/vat_rate": "0"}),
    Pair("BR-S-07", {"/charges/0/vat_rate": "0"}),
    Pair(
        "BR-Z-05",
        {"/lines/0/vat_category_code": "Z", "/lines/0/vat_rate": "19"},
        {"/lines/0/vat_category_code": "Z", "/lines/0/vat_rate": "0"},
    ),
    Pair(
        "BR-O-05",
        {"/lines/0/vat_category_code": "O", "/lines/0/vat_rate": "0"},
        {"/lines/0/vat_category_code": "O", "/lines/0/vat_rate": None},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
