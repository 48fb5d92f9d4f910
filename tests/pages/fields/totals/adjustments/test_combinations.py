"""Discounts and charges printed between two totals."""

from decimal import Decimal

from invoicy.pages.fields.totals.adjustments.combinations import adjustments_between, are_plain, possible_adjustments
from tests.pages.fields.totals.amounts import amounts, candidates_of, page_of

CHARGE = {"other_amount": 0.9}


def test_each_adjustment_counts_alone_and_with_another_added_or_subtracted() -> None:
    possible = possible_adjustments(amounts(("10.00", CHARGE), ("3.00", CHARGE), ("99.00", {})))
    assert {abs(amount) for amount in possible} == {Decimal(10), Decimal(3), Decimal(13), Decimal(7)}
    assert all(-amount in possible for amount in possible)


def test_an_item_is_not_an_adjustment() -> None:
    (item,) = amounts(("10.00", CHARGE))
    item.is_item = True
    assert possible_adjustments([item]) == frozenset()


def test_a_labelled_charge_that_makes_up_the_rest_is_named_with_its_reason() -> None:
    page = page_of(("Subtotal", "100.00"), ("Freight", "10.00"), ("Total", "110.00"))
    candidates, by_value = candidates_of(page)
    by_value[Decimal("10.00")].support("other_amount", 0.9, "label row other_amount")
    first, last = by_value[Decimal("100.00")], by_value[Decimal("110.00")]
    (freight,) = adjustments_between(page, candidates.all(), first, last, Decimal("10.00"))
    assert (freight.amount, freight.is_named) == (Decimal("10.00"), True)
    assert freight.reason is not None
    assert freight.reason.value == "Freight"
    assert freight.field_value.value == Decimal("10.00")
    assert are_plain((freight,), first, last)
    assert not are_plain((freight,), last, first)


def test_a_discount_printed_without_a_minus_sign_is_subtracted() -> None:
    page = page_of(("Subtotal", "100.00"), ("Discount", "10.00"), ("Total", "90.00"))
    candidates, by_value = candidates_of(page)
    by_value[Decimal("10.00")].support("other_amount", 0.9, "label row other_amount")
    ends = by_value[Decimal("100.00")], by_value[Decimal("90.00")]
    (discount,) = adjustments_between(page, candidates.all(), *ends, Decimal("-10.00"))
    assert discount.amount == Decimal("-10.00")


def test_without_a_label_one_amount_alone_makes_up_the_rest() -> None:
    page = page_of(("Subtotal", "100.00"), ("Zwrbl", "10.00"), ("Qwrty", "5.00"), ("Total", "110.00"))
    candidates, by_value = candidates_of(page)
    ends = by_value[Decimal("100.00")], by_value[Decimal("110.00")]
    (between,) = adjustments_between(page, candidates.all(), *ends, Decimal("10.00"))
    assert not between.is_named
    assert not are_plain((between,), *ends)
    assert adjustments_between(page, candidates.all(), *ends, Decimal("15.00")) == ()
