"""Examples by search: one change of the valid invoice."""

import pytest

from invoicy.rules.examples import searched
from invoicy.rules.examples.plain import breaks
from tests.rules.changed_invoice import RULES


@pytest.mark.parametrize("rule", ["BR-02", "BR-CO-15", "BR-E-10", "DK-R-005", "BR-DE-1"])
def test_the_pair_differs_in_one_change_that_breaks_the_rule(rule: str) -> None:
    pair = searched.pair(RULES[rule])
    assert pair is not None
    assert (breaks(RULES[rule], pair.broken), breaks(RULES[rule], pair.kept)) == (True, False)
    assert pair.paths


def test_a_rule_that_always_holds_has_no_example() -> None:
    assert searched.pair(RULES["BR-CO-05"]) is None


def test_an_invoice_of_another_category_has_it_everywhere() -> None:
    values = searched.of_category("E", "VATEX-EU-132")
    groups = [*values["lines"], *values["allowances"], *values["charges"]]
    assert {group["vat_category_code"] for group in groups} == {"E"}
    assert values["vat_breakdown"][0]["tax_amount"] == "0.00"
