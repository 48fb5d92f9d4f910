"""Rules about the document: required terms, periods, references."""

import pytest

from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("BR-01", {"/process/specification_identifier": None}),
    Pair("BR-02", {"/number": None}),
    Pair("BR-03", {"/issue_date": None}),
    Pair("BR-04", {"/type_code": None}),
    Pair("BR-05", {"/currency_code": None}),
    Pair("BR-16", {"/lines": []}),
    Pair(
        "BR-29",
        {"/delivery/invoicing_period": {"start_date": "2026-02-02", "end_date": "2026-02-01"}},
        {"/delivery/invoicing_period": {"start_date": "2026-02-01", "end_date": "2026-02-01"}},
    ),
    Pair("BR-CO-19", {"/delivery/invoicing_period": {}}, {"/delivery/invoicing_period": {"end_date": "2026-02-01"}}),
    Pair("BR-55", {"/preceding_invoices/0/reference": None}),
    Pair("BR-52", {"/supporting_documents/0/reference": None}),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)
