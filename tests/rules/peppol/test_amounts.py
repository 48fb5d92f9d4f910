"""Peppol's rules about allowances, VAT totals, prices and line amounts."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("PEPPOL-EN16931-R040", {"/allowances/0/amount": "10.50"}),
    Pair("PEPPOL-EN16931-R041", {"/allowances/0/base_amount": None}),
    Pair("PEPPOL-EN16931-R042", {"/allowances/0/percentage": None}),
    Pair("PEPPOL-EN16931-R046", {"/lines/0/gross_price": "121.00"}),
    Pair("PEPPOL-EN16931-R055", {"/totals/vat_in_accounting_currency": "-420.00"}),
    Pair(
        "PEPPOL-EN16931-R110",
        {"/lines/0/period/start_date": "2026-01-31"},
        {"/lines/0/period/start_date": "2026-02-10"},
    ),
    Pair("PEPPOL-EN16931-R111", {"/lines/0/period/end_date": "2026-03-01"}, {"/lines/0/period/end_date": "2026-02-27"}),
    Pair("PEPPOL-EN16931-R120", {"/lines/0/net_amount": "201.00"}),
    Pair("PEPPOL-EN16931-R121", {"/lines/0/price_base_quantity": "0"}, {"/lines/0/price_base_quantity": "0.5"}),
    Pair("PEPPOL-EN16931-R130", {"/lines/0/price_base_quantity_unit_code": "KGM"}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
