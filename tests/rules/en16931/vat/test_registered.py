"""A VAT category requires registrations of Seller and Buyer."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair(
        "BR-S-02",
        {"/seller/vat_identifier": None, "/tax_representative": None},
        {"/seller/vat_identifier": None, "/seller/tax_registration_identifier": "13/1", "/tax_representative": None},
    ),
    Pair(
        "BR-AE-02",
        {
            "/lines/0/vat_category_code": "AE",
            "/buyer/vat_identifier": None,
            "/buyer/legal_registration_identifier": None,
        },
        {"/lines/0/vat_category_code": "AE", "/buyer/vat_identifier": None},
    ),
    Pair(
        "BR-IC-02",
        {"/lines/0/vat_category_code": "K", "/buyer/vat_identifier": None},
        {"/lines/0/vat_category_code": "K"},
    ),
    Pair(
        "BR-O-02",
        {"/lines/0/vat_category_code": "O"},
        {
            "/lines/0/vat_category_code": "O",
            "/seller/vat_identifier": None,
            "/buyer/vat_identifier": None,
            "/tax_representative": None,
        },
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
