"""Rules about Seller, Buyer, Payee, tax representative and delivery."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-06", {"/seller/name": None}),
    Pair("BR-07", {"/buyer/name": None}),
    Pair("BR-08", {"/seller/address": None}),
    Pair("BR-09", {"/seller/address/country_code": None}),
    Pair("BR-10", {"/buyer/address": None}),
    Pair("BR-11", {"/buyer/address/country_code": None}),
    Pair("BR-17", {"/payee/name": None}),
    Pair("BR-18", {"/tax_representative/name": None}),
    Pair("BR-19", {"/tax_representative/address": None}),
    Pair("BR-20", {"/tax_representative/address/country_code": None}),
    Pair("BR-56", {"/tax_representative/vat_identifier": None}),
    Pair("BR-57", {"/delivery/address/country_code": None}),
    Pair("BR-62", {"/seller/electronic_address/scheme": None}),
    Pair("BR-63", {"/buyer/electronic_address/scheme": None}),
    Pair("BR-CO-09", {"/seller/vat_identifier": "136695976"}, {"/seller/vat_identifier": "EL094259216"}),
    Pair(
        "BR-CO-26",
        {"/seller/identifiers": [], "/seller/legal_registration_identifier": None, "/seller/vat_identifier": None},
        {"/seller/identifiers": [], "/seller/legal_registration_identifier": None},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
