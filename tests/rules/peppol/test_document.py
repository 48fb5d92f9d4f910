"""Peppol's rules about process, specification, notes, references and addresses."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("PEPPOL-EN16931-R001", {"/process/business_process_type": None}),
    Pair(
        "PEPPOL-EN16931-R003", {"/buyer_reference": None, "/purchase_order_reference": None}, {"/buyer_reference": None}
    ),
    Pair("PEPPOL-EN16931-R004", {"/process/specification_identifier": "urn:cen.eu:en16931:2017"}),
    Pair("PEPPOL-EN16931-R005", {"/vat_accounting_currency_code": "EUR"}),
    Pair("PEPPOL-EN16931-R007", {"/process/business_process_type": "billing"}),
    Pair("PEPPOL-EN16931-R010", {"/buyer/electronic_address": None}),
    Pair("PEPPOL-EN16931-R020", {"/seller/electronic_address": None}),
    Pair(
        "PEPPOL-EN16931-R061",
        {"/payment/means_code": "59"},
        {"/payment/means_code": "59", "/payment/direct_debit": {"mandate_reference_identifier": "M-7"}},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
