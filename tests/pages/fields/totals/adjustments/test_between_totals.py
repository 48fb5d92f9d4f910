"""Discounts and charges between the chosen totals."""

from decimal import Decimal

from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from tests.pages.fields.totals.amounts import page_of


def totals(*rows: tuple[str, str]) -> ChosenTotals:
    return totals_of(page_of(*rows))


def reasons(chosen: ChosenTotals) -> list[tuple[Decimal, str]]:
    return [(each.amount, each.reason.value if each.reason else "") for each in chosen.adjustments]


def test_a_charge_above_the_vat_leads_from_the_lines_to_the_net() -> None:
    chosen = totals(
        ("Subtotal", "100.00"), ("Freight", "10.00"), ("Net total", "110.00"), ("VAT 20%", "22.00"), ("Total", "132.00")
    )
    assert chosen.lines is not None
    assert chosen.net is not None
    assert (chosen.lines.value, chosen.net.value) == (Decimal("100.00"), Decimal("110.00"))
    assert reasons(chosen) == [(Decimal("10.00"), "Freight")]


def test_a_charge_without_a_net_after_it_leads_from_the_lines_to_the_gross() -> None:
    chosen = totals(("Subtotal", "100.00"), ("Freight", "10.00"), ("VAT 20%", "22.00"), ("Total", "132.00"))
    assert (chosen.lines is not None, chosen.net) == (True, None)
    assert reasons(chosen) == [(Decimal("10.00"), "Freight")]


def test_an_amount_between_gross_and_due_is_not_an_adjustment_of_the_net() -> None:
    chosen = totals(
        ("Net total", "100.00"),
        ("VAT 20%", "20.00"),
        ("Total", "120.00"),
        ("Rebate", "-5.00"),
        ("Amount due", "115.00"),
    )
    assert chosen.adjustments == ()
    assert [each.amount for each in chosen.after_gross] == [Decimal("-5.00")]


def test_totals_that_add_up_have_nothing_between() -> None:
    chosen = totals(("Net total", "100.00"), ("VAT 20%", "20.00"), ("Total", "120.00"))
    assert (chosen.adjustments, chosen.between, chosen.after_gross) == ((), (), ())
