"""The sums of the invoice: each is compared to the cent."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-12", {"/totals/line_net_amounts": None}),
    Pair("BR-13", {"/totals/without_vat": None}),
    Pair("BR-14", {"/totals/with_vat": None}),
    Pair("BR-15", {"/totals/due": None}),
    Pair("BR-CO-10", {"/totals/line_net_amounts": "200.01"}, {"/totals/line_net_amounts": "200"}),
    Pair("BR-CO-11", {"/totals/allowances": "10.01"}, {"/totals/allowances": "10.0"}),
    Pair("BR-CO-12", {"/totals/charges": "4.99"}, {"/totals/charges": "5"}),
    Pair("BR-CO-13", {"/totals/without_vat": "195.01"}),
    Pair("BR-CO-14", {"/totals/vat": "37.06"}),
    Pair("BR-CO-15", {"/totals/with_vat": "232.06"}),
    Pair("BR-CO-16", {"/totals/due": "200.01"}, {"/totals/rounding": "0", "/totals/due": "200.05"}),
    Pair("BR-CO-17", {"/vat_breakdown/0/tax_amount": "39.05"}, {"/vat_breakdown/0/tax_amount": "37.06"}),
    Pair("BR-CO-18", {"/vat_breakdown": []}),
    Pair("BR-45", {"/vat_breakdown/0/taxable_amount": None}),
    Pair("BR-46", {"/vat_breakdown/0/tax_amount": None}),
    Pair("BR-47", {"/vat_breakdown/0/category_code": None}),
    Pair(
        "BR-48", {"/vat_breakdown/0/rate": None}, {"/vat_breakdown/0/rate": None, "/vat_breakdown/0/category_code": "O"}
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
