"""The order of dates, dates in the future, and rates that the country did not have on the date."""

import pytest

from invoicy.model import Invoice
from invoicy.rules import check
from tests.rules.changed_invoice import Pair, holds

PAIRS = [
    Pair("INVOICY-DUE-BEFORE-ISSUE", {"/due_date": "2026-03-01"}, {"/due_date": "2026-03-02"}),
    Pair("INVOICY-DATE-IN-FUTURE", {"/issue_date": "2026-07-01"}, {"/issue_date": "2026-06-30"}),
    Pair("INVOICY-DATE-LONG-AGO", {"/issue_date": "1989-12-31"}, {"/issue_date": "1990-01-01"}),
    Pair("INVOICY-VAT-RATE", {"/vat_breakdown/0/rate": "18"}, {"/vat_breakdown/0/rate": "7"}),
    Pair(
        "INVOICY-VAT-RATE",
        {"/vat_breakdown/0/rate": "16"},
        {"/vat_breakdown/0/rate": "16", "/issue_date": "2020-08-01"},
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_the_rule_is_broken_by_the_wrong_invoice_alone(pair: Pair) -> None:
    assert holds(pair)


def test_the_future_is_unknown_without_the_day_of_the_check() -> None:
    invoice = Invoice(issue_date=None)
    assert "INVOICY-DATE-IN-FUTURE" not in {finding.rule for finding in check(invoice)}
