"""The best candidates for a role come first."""

from invoicy.pages.fields.totals.ranking import MAX_CANDIDATES, distinct, ranked, with_role
from tests.pages.fields.totals.amounts import amounts


def test_the_best_comes_first_and_weak_ones_are_left_out() -> None:
    candidates = amounts(("10.00", {"tax": 0.5}), ("20.00", {"tax": 0.9}), ("30.00", {"tax": 0.05}), ("40.00", {}))
    assert [int(candidate.value) for candidate in ranked(candidates, "tax")] == [20, 10]


def test_a_charge_is_not_vat_but_may_be_a_gross() -> None:
    candidates = amounts(("10.00", {"tax": 0.4, "gross": 0.4, "other_amount": 0.9}))
    assert with_role(candidates, "tax") == []
    assert with_role(candidates, "gross") == candidates


def test_each_value_is_a_candidate_once() -> None:
    first, second, other = amounts(("10.00", {}), ("10.00", {}), ("20.00", {}))
    best = distinct([first, second, other])
    assert best[0] is first
    assert best == [first, other]


def test_the_search_is_limited_to_the_best() -> None:
    candidates = amounts(*((f"{value}.00", {"tax": 0.5}) for value in range(10, 30)))
    assert len(ranked(candidates, "tax")) == MAX_CANDIDATES
