"""Rules of single VAT categories."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair(
        "BR-IC-11",
        {"/vat_breakdown/0/category_code": "K", "/delivery/actual_date": None, "/delivery/invoicing_period": None},
        {"/vat_breakdown/0/category_code": "K", "/delivery/invoicing_period": None},
    ),
    Pair(
        "BR-IC-12",
        {"/vat_breakdown/0/category_code": "K", "/delivery/address/country_code": None},
        {"/vat_breakdown/0/category_code": "K"},
    ),
    Pair(
        "BR-O-11",
        {"/vat_breakdown": [{"category_code": "O"}, {"category_code": "S"}]},
        {"/vat_breakdown": [{"category_code": "O"}]},
    ),
    Pair(
        "BR-O-12",
        {"/vat_breakdown/0/category_code": "O"},
        {"/vat_breakdown/0/category_code": "O", "/lines/0/vat_category_code": "O"},
    ),
    Pair(
        "BR-O-13",
        {"/vat_breakdown/0/category_code": "O"},
        {"/vat_breakdown/0/category_code": "O", "/allowances/0/vat_category_code": "O"},
    ),
    Pair(
        "BR-O-14",
        {"/vat_breakdown/0/category_code": "O"},
        {"/vat_breakdown/0/category_code": "O", "/charges/0/vat_category_code": "O"},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
