"""Rules about invoice lines, allowances and charges."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-21", {"/lines/0/identifier": None}),
    Pair("BR-22", {"/lines/0/quantity": None}, {"/lines/0/quantity": "0"}),
    Pair("BR-23", {"/lines/0/unit_code": None}),
    Pair("BR-24", {"/lines/0/net_amount": None}, {"/lines/0/net_amount": "0"}),
    Pair("BR-25", {"/lines/0/item/name": None}),
    Pair("BR-26", {"/lines/0/net_price": None}),
    Pair("BR-27", {"/lines/0/net_price": "-0.01"}, {"/lines/0/net_price": "0"}),
    Pair("BR-28", {"/lines/0/gross_price": "-1"}, {"/lines/0/gross_price": "0"}),
    Pair(
        "BR-30",
        {"/lines/0/period": {"start_date": "2026-02-02", "end_date": "2026-02-01"}},
        {"/lines/0/period": {"start_date": "2026-02-01", "end_date": "2026-02-01"}},
    ),
    Pair("BR-31", {"/allowances/0/amount": None}),
    Pair("BR-33", {"/allowances/0/reason": None, "/allowances/0/reason_code": None}, {"/allowances/0/reason": None}),
    Pair("BR-36", {"/charges/0/amount": None}),
    Pair("BR-38", {"/charges/0/reason": None, "/charges/0/reason_code": None}, {"/charges/0/reason_code": None}),
    Pair("BR-54", {"/lines/0/item/attributes/0/value": None}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
