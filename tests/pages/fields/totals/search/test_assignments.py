"""The search tries printed amounts and sums of them, and nothing else."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.search.assignments import assignments
from tests.pages.fields.totals.amounts import amounts

RATES = frozenset({Decimal(20)})
Chosen = tuple[Decimal | None, Decimal | None, Decimal]


def best_of(candidates: list[AmountCandidate]) -> Chosen:
    best = max(assignments(candidates, RATES), key=lambda assignment: assignment.score)
    net, tax = best.net, best.tax
    return net.value if net else None, tax.value if tax else None, best.gross.value


def test_labelled_amounts_that_add_up_are_best() -> None:
    chosen = best_of(
        amounts(("100.00", {"net": 0.9}), ("20.00", {"tax": 0.9}), ("7.00", {"tax": 1}), ("120.00", {"gross": 1}))
    )
    assert chosen == (Decimal(100), Decimal(20), Decimal(120))


def test_a_net_without_a_label_is_found_by_the_sum() -> None:
    chosen = best_of(amounts(("100.00", {}), ("20.00", {"tax": 0.9}), ("120.00", {"gross": 1})))
    assert chosen == (Decimal(100), Decimal(20), Decimal(120))


def test_vat_without_a_label_is_found_if_it_is_a_printed_rate() -> None:
    assert best_of(amounts(("100.00", {"net": 1}), ("20.00", {}), ("120.00", {"gross": 1})))[1] == Decimal(20)
    assert best_of(amounts(("100.00", {"net": 1}), ("23.00", {}), ("123.00", {"gross": 1})))[1] is None


def test_with_zero_vat_the_net_is_the_gross_as_printed_before() -> None:
    chosen = best_of(amounts(("130.00", {}), ("0.00", {"tax": 1}), ("130.00", {"gross": 1})))
    assert chosen == (Decimal(130), Decimal(0), Decimal(130))


def test_without_a_label_the_largest_amount_of_money_is_the_gross() -> None:
    assert best_of(amounts(("17.00", {}), ("120.00", {}), ("4711", {})))[2] == Decimal(120)


def test_without_amounts_there_is_nothing_to_choose() -> None:
    assert list(assignments([], RATES)) == []


scores = st.fixed_dictionaries({}, optional={role: st.floats(0, 1) for role in ("net", "tax", "gross", "due")})
prints = st.lists(st.tuples(st.decimals(0, 999, places=2).map(str), scores), min_size=1, max_size=7)


@given(prints)
def test_only_printed_amounts_and_sums_of_them_are_assigned(printed: list[tuple[str, dict[str, float]]]) -> None:
    candidates = amounts(*printed)
    values = {candidate.value for candidate in candidates}
    for assignment in assignments(candidates, RATES):
        for amount in (assignment.net, assignment.tax, assignment.gross):
            if amount is not None and amount.parts:
                assert amount.value == sum(part.value for part in amount.parts)
                assert {part.value for part in amount.parts} <= values
            elif amount is not None:
                assert amount.value in values
