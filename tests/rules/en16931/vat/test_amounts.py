"""Sums, tax amounts and exemption reasons in the VAT breakdown."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-S-08", {"/vat_breakdown/0/taxable_amount": "197.00"}),
    Pair("BR-S-09", {"/vat_breakdown/0/tax_amount": "39.06"}),
    Pair("BR-S-10", {"/vat_breakdown/0/exemption_reason": "none"}),
    Pair(
        "BR-E-10",
        {"/vat_breakdown/0/category_code": "E"},
        {"/vat_breakdown/0/category_code": "E", "/vat_breakdown/0/exemption_reason": "Education"},
    ),
    Pair(
        "BR-Z-09",
        {"/vat_breakdown/0/category_code": "Z"},
        {"/vat_breakdown/0/category_code": "Z", "/vat_breakdown/0/tax_amount": "0.00"},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
