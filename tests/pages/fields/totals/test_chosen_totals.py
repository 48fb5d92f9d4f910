"""The rests that the chosen totals leave, and the direction of adjustments."""

from decimal import Decimal

from invoicy.pages.fields.totals.chosen_totals import Adjustment, ChosenTotals
from tests.pages.fields.totals.amounts import amounts


def test_the_rest_is_what_net_and_vat_leave_of_the_gross() -> None:
    net, tax, gross = amounts(("100.00", {}), ("20.00", {}), ("125.00", {}))
    assert ChosenTotals(net=net, tax=tax, gross=gross).rest == Decimal("5.00")
    assert ChosenTotals(lines=net, gross=gross).rest == Decimal("25.00")
    assert ChosenTotals(tax=tax, gross=gross).rest == 0


def test_the_unpaid_rest_is_what_the_payment_does_not_explain() -> None:
    gross, paid, due = amounts(("120.00", {}), ("-20.00", {}), ("95.00", {}))
    assert ChosenTotals(gross=gross, paid=paid, due=due).unpaid_rest == Decimal("-5.00")
    assert ChosenTotals(gross=gross).unpaid_rest == 0


def test_a_charge_has_the_sign_of_the_lines_and_a_discount_the_other() -> None:
    lines, freight, discount = amounts(("-100.00", {}), ("-10.00", {}), ("5.00", {}))
    both = (Adjustment(freight.value, freight, None, True), Adjustment(discount.value, discount, None, True))
    totals = ChosenTotals(lines=lines, adjustments=both)
    assert (totals.charges, totals.allowances) == (both[:1], both[1:])
