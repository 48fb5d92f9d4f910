"""The paid and the due amount, chosen against the gross."""

from decimal import Decimal
from itertools import product

from msgspec import Struct, structs

from invoicy.pages.fields.totals.arithmetic import SMALLEST_COIN, adds_up
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.payment.payments import due_candidates, paid_candidates
from invoicy.pages.fields.totals.ranking import ranked
from invoicy.pages.fields.totals.weights import weights

# More prints of an amount due say no more.
_MAX_REPEATED = 2


class _Differences(Struct, frozen=True):
    """Differences between gross and due that printed amounts make up.

    adjustments: what discounts and charges can add to a sum. signed_amounts: these, and each amount with either sign.
    """

    adjustments: frozenset[Decimal]
    signed_amounts: frozenset[Decimal]


def with_settlement(
    totals: ChosenTotals, candidates: list[AmountCandidate], adjustments: frozenset[Decimal]
) -> ChosenTotals:
    """Return the totals with the paid and the due amount; without both the gross is due.

    adjustments: what discounts and charges can add to a sum.
    """
    gross = totals.gross
    if gross is None:
        return totals
    amounts = (candidate.value for candidate in candidates if candidate.is_money)
    differences = _Differences(adjustments, adjustments | {sign * amount for amount in amounts for sign in (1, -1)})
    paids = [None, *paid_candidates(gross, ranked(candidates, "paid"))]
    dues = [None, *due_candidates(gross, ranked(candidates, "due"), candidates)]
    scored = [
        (_score(gross.value, paid, due, differences) + _score_of_repeats(candidates, due), paid, due)
        for paid, due in product(paids, dues)
    ]
    _, paid, due = max(scored, key=lambda entry: entry[0])
    due_adds_up = None if due is None else _due_adds_up(gross, paid, due, candidates, adjustments)
    chosen = gross if due is None and paid is None else due
    return structs.replace(totals, due=chosen, paid=paid, due_adds_up=due_adds_up)


def _left(gross: Decimal, paid: AmountCandidate | None) -> Decimal:
    return gross - abs(paid.value) if paid else gross


def _score(
    gross: Decimal, paid: AmountCandidate | None, due: AmountCandidate | None, differences: _Differences
) -> float:
    """Return how well a paid and a due amount fit the gross and their labels."""
    table = weights().settlement
    score = (paid.roles["paid"] if paid else 0.0) * table.paid
    if due is None:
        return score + (table.paid_without_due if paid else 0.0)
    score += due.roles.get("due", table.unlabelled_due)
    rest = due.value - _left(gross, paid)
    if adds_up(rest, Decimal(0)):
        return score + (table.paid_off if paid else table.equal)
    if rest in differences.adjustments:
        return score + table.adjusted
    if paid is None and _is_firm_part(due, gross) and rest in differences.signed_amounts:
        return score
    return score + (table.wrong_payment if paid else table.wrong_due)


def _is_firm_part(due: AmountCandidate, gross: Decimal) -> bool:
    """Test for a well labelled amount due that is less than the gross."""
    is_part = due.value * gross > 0 and abs(due.value) < abs(gross)
    return is_part and due.score("due") > weights().settlement.min_firm_due


def _score_of_repeats(candidates: list[AmountCandidate], due: AmountCandidate | None) -> float:
    """Return a bonus for an amount due that is printed again, as on a payment slip."""
    if due is None:
        return 0.0
    table = weights().settlement
    repeats = sum(
        1 for other in candidates if other.value == due.value and other.score("due") > table.min_repeated_label
    )
    return table.repeated * min(_MAX_REPEATED, repeats - 1)


def _due_adds_up(
    gross: AmountCandidate,
    paid: AmountCandidate | None,
    due: AmountCandidate,
    candidates: list[AmountCandidate],
    adjustments: frozenset[Decimal],
) -> bool:
    """Test whether printed amounts lead from the gross to the amount due."""
    rest = due.value - _left(gross.value, paid)
    return adds_up(rest, Decimal(0)) or rest in adjustments or _is_led_to(gross, due, candidates)


def _is_led_to(gross: AmountCandidate, due: AmountCandidate, candidates: list[AmountCandidate]) -> bool:
    """Test whether the amounts between the two in their column make up the difference, or rounding alone does."""
    change = due.value - gross.value
    if abs(change) <= SMALLEST_COIN or (abs(change) < 1 and due.value == due.value.to_integral_value()):
        return True
    first, last = gross.segment.key, due.segment.key
    between = [candidate for candidate in candidates if candidate.is_money and first < candidate.segment.key < last]
    if not due.value:
        return any(abs(candidate.value) == abs(gross.value) for candidate in between)
    column = [
        candidate.value
        for candidate in between
        if candidate.ends_in_column_of(gross) or candidate.ends_in_column_of(due)
    ]
    return sum(column) == change or (change < 0 and change in column)
