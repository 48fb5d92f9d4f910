"""The paid and the due amount, chosen against the gross."""

from decimal import Decimal
from itertools import product

from msgspec import Struct, structs

from invoicy.pages.fields.totals.arithmetic import adds_up
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.payment.payments import due_candidates, paid_candidates
from invoicy.pages.fields.totals.ranking import ranked
from invoicy.pages.fields.totals.weights import weights

_LEAST_COIN = Decimal("0.05")
"""The smallest coin in some currencies: amounts due are rounded to it."""

_MOST_REPEATED = 2
"""More prints of an amount due say no more."""


class _Printed(Struct, frozen=True):
    """Amounts that may make up a difference: discounts and charges, and any amount with either sign."""

    adjustments: frozenset[Decimal]
    amounts: frozenset[Decimal]


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
    printed = _Printed(adjustments, adjustments | {sign * amount for amount in amounts for sign in (1, -1)})
    paids = [None, *paid_candidates(gross, ranked(candidates, "paid"))]
    dues = [None, *due_candidates(gross, ranked(candidates, "due"), candidates)]
    scored = [
        (_score(gross.value, paid, due, printed) + _score_of_repeats(candidates, due), paid, due)
        for paid, due in product(paids, dues)
    ]
    score, paid, due = max(scored, key=lambda entry: entry[0])
    settles = None if due is None else _settles(gross, paid, due, candidates, adjustments)
    chosen = gross if due is None and paid is None else due
    return structs.replace(totals, due=chosen, paid=paid, settles=settles, score=totals.score + score)


def _left(gross: Decimal, paid: AmountCandidate | None) -> Decimal:
    return gross - abs(paid.value) if paid else gross


def _score(gross: Decimal, paid: AmountCandidate | None, due: AmountCandidate | None, printed: _Printed) -> float:
    """Return how well a paid and a due amount fit the gross and their labels."""
    table = weights().settlement
    score = (paid.roles["paid"] if paid else 0.0) * table.paid
    if due is None:
        return score + (table.paid_without_due if paid else 0.0)
    score += due.roles.get("due", table.unlabelled_due)
    rest = due.value - _left(gross, paid)
    if adds_up(rest, Decimal(0)):
        return score + (table.paid_off if paid else table.equal)
    if rest in printed.adjustments:
        return score + table.adjusted
    if paid is None and _is_firm_part(due, gross) and rest in printed.amounts:
        return score
    return score + (table.wrong_payment if paid else table.wrong_due)


def _is_firm_part(due: AmountCandidate, gross: Decimal) -> bool:
    """Return True for a well labelled amount due that is less than the gross."""
    is_part = due.value * gross > 0 and abs(due.value) < abs(gross)
    return is_part and due.score("due") > weights().settlement.firm_due


def _score_of_repeats(candidates: list[AmountCandidate], due: AmountCandidate | None) -> float:
    """Return a bonus for an amount due that is printed again, as on a payment slip."""
    if due is None:
        return 0.0
    table = weights().settlement
    repeats = sum(1 for other in candidates if other.value == due.value and other.score("due") > table.repeated_label)
    return table.repeated * min(_MOST_REPEATED, repeats - 1)


def _settles(
    gross: AmountCandidate,
    paid: AmountCandidate | None,
    due: AmountCandidate,
    candidates: list[AmountCandidate],
    adjustments: frozenset[Decimal],
) -> bool:
    """Return True if printed amounts lead from the gross to the amount due."""
    rest = due.value - _left(gross.value, paid)
    return adds_up(rest, Decimal(0)) or rest in adjustments or _is_led_to(gross, due, candidates)


def _is_led_to(gross: AmountCandidate, due: AmountCandidate, candidates: list[AmountCandidate]) -> bool:
    """Return True if the amounts between the two in their column make up the difference, or rounding alone does."""
    change = due.value - gross.value
    if abs(change) <= _LEAST_COIN or (abs(change) < 1 and due.value == due.value.to_integral_value()):
        return True
    first, last = gross.segment.key, due.segment.key
    between = [candidate for candidate in candidates if candidate.is_money and first < candidate.segment.key < last]
    if not due.value:
        return any(abs(candidate.value) == abs(gross.value) for candidate in between)
    column = [candidate.value for candidate in between if _is_in_column(candidate, gross, due)]
    return sum(column) == change or (change < 0 and change in column)


def _is_in_column(candidate: AmountCandidate, gross: AmountCandidate, due: AmountCandidate) -> bool:
    right = candidate.words[-1].x1
    return min(abs(right - total.words[-1].x1) for total in (gross, due)) < candidate.segment.size
