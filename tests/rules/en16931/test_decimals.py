"""Amounts have at most two decimals; trailing zeros count."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-DEC-09", {"/totals/line_net_amounts": "200.000"}, {"/totals/line_net_amounts": "200.00"}),
    Pair("BR-DEC-12", {"/totals/without_vat": "195.001"}, {"/totals/without_vat": "195.0"}),
    Pair("BR-DEC-14", {"/totals/with_vat": "232.051"}),
    Pair("BR-DEC-18", {"/totals/due": "200.001"}),
    Pair("BR-DEC-01", {"/allowances/0/amount": "10.001"}),
    Pair("BR-DEC-05", {"/charges/0/amount": "5.001"}),
    Pair("BR-DEC-19", {"/vat_breakdown/0/taxable_amount": "195.001"}),
    Pair("BR-DEC-20", {"/vat_breakdown/0/tax_amount": "37.051"}),
    Pair("BR-DEC-23", {"/lines/0/net_amount": "200.001"}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
