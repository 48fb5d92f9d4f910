"""Amounts add up to the cent."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.arithmetic import adds_up


@pytest.mark.parametrize(("total", "is_sum"), [("120.00", True), ("120.01", True), ("119.99", True), ("120.02", False)])
def test_a_sum_may_be_off_by_one_cent(total: str, is_sum: bool) -> None:
    assert adds_up(Decimal("120.00"), Decimal(total)) is is_sum
