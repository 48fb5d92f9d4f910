"""The VAT breakdown has the categories that are used, each as often as it may be."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-S-01", {"/vat_breakdown/0/category_code": "Z"}),
    Pair(
        "BR-Z-01",
        {"/lines/0/vat_category_code": "Z"},
        {"/lines/0/vat_category_code": "Z", "/vat_breakdown/0/category_code": "Z"},
    ),
    Pair(
        "BR-E-01",
        {"/lines/0/vat_category_code": "E"},
        {"/lines/0/vat_category_code": "E", "/vat_breakdown/0/category_code": "E"},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
