"""The German rules that XRechnung and Peppol share."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-DE-1", {"/payment": None}),
    Pair("BR-DE-2", {"/seller/contact": None}),
    Pair("BR-DE-3", {"/seller/address/city": None}),
    Pair("BR-DE-4", {"/seller/address/post_code": None}),
    Pair("BR-DE-5", {"/seller/contact/point": None}),
    Pair("BR-DE-6", {"/seller/contact/telephone_number": None}),
    Pair("BR-DE-7", {"/seller/contact/email_address": None}),
    Pair("BR-DE-8", {"/buyer/address/city": None}),
    Pair("BR-DE-9", {"/buyer/address/post_code": None}),
    Pair("BR-DE-15", {"/buyer_reference": None}),
    Pair("BR-DE-27", {"/seller/contact/telephone_number": "12"}, {"/seller/contact/telephone_number": "123"}),
    Pair("BR-DE-28", {"/seller/contact/email_address": "erika.example"}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
