"""A code is one of its list."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-CL-01", {"/type_code": "999"}, {"/type_code": "381"}),
    Pair("BR-CL-04", {"/currency_code": "EURO"}, {"/currency_code": "CHF"}),
    Pair("BR-CL-05", {"/vat_accounting_currency_code": "XXY"}),
    Pair("BR-CL-14", {"/seller/address/country_code": "UK"}, {"/seller/address/country_code": "GB"}),
    Pair("BR-CL-16", {"/payment/means_code": "0"}, {"/payment/means_code": "30"}),
    Pair("BR-CL-17", {"/vat_breakdown/0/category_code": "T"}, {"/vat_breakdown/0/category_code": "Z"}),
    Pair("BR-CL-18", {"/lines/0/vat_category_code": "T"}, {"/lines/0/vat_category_code": "E"}),
    Pair("BR-CL-19", {"/allowances/0/reason_code": "FC"}, {"/allowances/0/reason_code": "60"}),
    Pair("BR-CL-20", {"/charges/0/reason_code": "95"}, {"/charges/0/reason_code": "AA"}),
    Pair("BR-CL-23", {"/lines/0/unit_code": "piece"}, {"/lines/0/unit_code": "KGM"}),
    Pair(
        "BR-CL-24",
        {"/supporting_documents/0/attachment/mime_code": "text/html"},
        {"/supporting_documents/0/attachment/mime_code": "text/csv"},
    ),
    Pair("BR-CL-25", {"/seller/electronic_address/scheme": "0000"}, {"/seller/electronic_address/scheme": "0204"}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
