"""Rules about payment instructions and the accounting currency."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-49", {"/payment/means_code": None}),
    Pair("BR-50", {"/payment/accounts/0/identifier": None}),
    Pair(
        "BR-61",
        {"/payment/means_code": "30", "/payment/accounts": []},
        {"/payment/means_code": "10", "/payment/accounts": []},
    ),
    Pair(
        "BR-51",
        {"/payment/card": {"primary_account_number": "41111111111"}},
        {"/payment/card": {"primary_account_number": "4111111111"}},
    ),
    Pair(
        "BR-53",
        {"/totals/vat_in_accounting_currency": None},
        {"/totals/vat_in_accounting_currency": None, "/vat_accounting_currency_code": None},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
