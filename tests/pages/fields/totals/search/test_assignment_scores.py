"""An assignment is better with labels, and with amounts that add up."""

from collections import Counter
from decimal import Decimal

import pytest
from msgspec import structs

from invoicy.pages.fields.totals.search.assignment_scores import (
    Assignment,
    CandidateFacts,
    score_of_gross,
    score_of_sum,
)
from tests.pages.fields.totals.amounts import amounts

CONTEXT = CandidateFacts(
    rates=frozenset({Decimal(20)}),
    vat_sums=frozenset(),
    adjustments=frozenset({Decimal("5.00")}),
    counts=Counter({Decimal("120.00"): 1, Decimal("125.00"): 1}),
    largest=Decimal("500.00"),
    before_payments=frozenset(),
    after_payments=frozenset(),
)


def score(net: str, tax: str, gross: str, label: float = 1.0, gross_label: float = 1.0) -> float:
    """The score of three amounts; an empty one is not chosen."""
    roles = (("net", net, label), ("tax", tax, label), ("gross", gross, gross_label))
    prints = [(text, {role: score}) for role, text, score in roles if text]
    by_role = {next(iter(candidate.roles), ""): candidate for candidate in amounts(*prints)}
    return score_of_sum(by_role.get("net"), by_role.get("tax"), by_role["gross"], CONTEXT)


def test_three_amounts_that_add_up_beat_all_others() -> None:
    best = score("100.00", "20.00", "120.00")
    assert best > max(score("100.00", "", "120.00"), score("", "20.00", "120.00"), score("90.00", "20.00", "120.00"))


def test_two_strong_labels_are_kept_though_they_do_not_add_up() -> None:
    assert score("90.00", "20.00", "120.00") > score("90.00", "", "120.00")
    assert score("90.00", "20.00", "120.00", label=0.3) < score("90.00", "", "120.00", label=0.3)


def test_a_printed_rate_is_better_than_another_one() -> None:
    assert score("100.00", "20.00", "120.00") > score("100.00", "19.00", "119.00")


def test_a_discount_may_make_up_the_difference() -> None:
    assert score("100.00", "20.00", "125.00") > score("100.00", "20.00", "126.00")


def test_vat_above_every_rate_is_worst() -> None:
    assert score("100.00", "60.00", "160.00") < score("100.00", "20.00", "126.00")


def test_labels_raise_the_score() -> None:
    assert score("100.00", "20.00", "120.00") > score("100.00", "20.00", "120.00", label=0.5)
    assert score("100.00", "20.00", "120.00") > score("100.00", "20.00", "120.00", gross_label=0.2)


def test_the_vat_of_the_invoice_beats_a_rate_of_a_part() -> None:
    mixed = structs.replace(CONTEXT, vat_sums=frozenset({Decimal("20.00")}))
    net, tax, gross = amounts(("100.00", {"net": 1}), ("20.00", {"tax": 1}), ("120.00", {"gross": 1}))
    assert score_of_sum(net, tax, gross, mixed) > score_of_sum(net, tax, gross, CONTEXT)


@pytest.mark.parametrize(
    "better",
    [
        structs.replace(CONTEXT, largest=Decimal("120.00")),
        structs.replace(CONTEXT, counts=Counter({Decimal("120.00"): 3})),
        structs.replace(CONTEXT, before_payments=frozenset({Decimal("120.00")})),
    ],
)
def test_a_gross_is_likelier_if_it_is_the_largest_or_repeated_or_followed_by_payments(better: CandidateFacts) -> None:
    (gross,) = amounts(("120.00", {"gross": 0.9}))
    assert score_of_gross(gross, better) > score_of_gross(gross, CONTEXT)


def test_what_payments_leave_is_not_a_gross() -> None:
    (gross,) = amounts(("120.00", {"gross": 0.9}))
    after = structs.replace(CONTEXT, after_payments=frozenset({Decimal("120.00")}))
    assert score_of_gross(gross, after) < score_of_gross(gross, CONTEXT)


def test_an_assignment_adds_up_if_net_and_vat_make_the_gross() -> None:
    net, tax, gross = amounts(("100.00", {}), ("20.00", {}), ("120.00", {}))
    assert Assignment(net, tax, gross, 0.0).adds_up
    assert not Assignment(net, None, gross, 0.0).adds_up
    assert not Assignment(net, tax, net, 0.0).adds_up


def test_an_assignment_is_labelled_if_one_amount_is() -> None:
    net, tax, gross = amounts(("100.00", {}), ("20.00", {"tax": 0.9}), ("120.00", {}))
    assert Assignment(net, tax, gross, 0.0).is_labelled
    assert not Assignment(net, None, gross, 0.0).is_labelled
