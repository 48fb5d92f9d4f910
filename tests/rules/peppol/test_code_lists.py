"""Peppol's own choices from the code lists."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair(
        "PEPPOL-EN16931-CL001",
        {"/supporting_documents/0/attachment/mime_code": "image/gif"},
        {"/supporting_documents/0/attachment/mime_code": "image/png"},
    ),
    Pair("PEPPOL-EN16931-CL006", {"/vat_point_date_code": "99"}, {"/vat_point_date_code": "35"}),
    Pair("PEPPOL-EN16931-CL007", {"/currency_code": "XYZ"}, {"/currency_code": "SEK"}),
    Pair("PEPPOL-EN16931-P0100", {"/type_code": "325"}, {"/type_code": "380"}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
