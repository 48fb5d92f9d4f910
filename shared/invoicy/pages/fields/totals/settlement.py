"""Payments, earlier balances and installments behind the gross, and the amount they leave to pay."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from invoicy.pages.fields.totals.candidates import AmountCandidate

_CENT = Decimal("0.011")
_LEAST, _CLEAR, _STRONG = 0.4, 0.3, 0.5
_FIRM = 0.81  # the label begins its line; "if paid early" comes below
_MOST_ENTRIES = 4
_NEAR_ROWS = 2
_LEAST_COIN = Decimal("0.05")
_MOST_TIMES = 3


def paid_of(gross: AmountCandidate, ranked: Iterable[AmountCandidate]) -> list[AmountCandidate]:
    """The amounts that may have been paid: money if the gross is, and not far more than it."""
    return [
        one for one in ranked if one.value and abs(one.value) <= abs(gross.value) * _MOST_TIMES and _is_like(one, gross)
    ]


def due_of(gross: AmountCandidate, ranked: list[AmountCandidate], sums: list[AmountCandidate]) -> list[AmountCandidate]:
    """The amounts that may be due: as labelled, or printed without a label and left of the gross by a firm payment."""
    labelled = [one for one in ranked if _is_like(one, gross) and not _is_installment(one, gross, sums)]
    known = {one.value for one in labelled}
    payments = [one for one in sums if _is(one, "paid") and one.is_money and one.roles["paid"] > _FIRM]
    left = {gross.value - abs(one.value) for one in payments if 0 < abs(one.value) < abs(gross.value)} - known
    return [*labelled, *_first_of(left, sums)]


def chains(sums: list[AmountCandidate]) -> tuple[set[Decimal], set[Decimal]]:
    """Totals from which payments or earlier balances lead to an amount due printed under them; and those due."""
    found = [(start, due.value) for due in sums if _is_due(due) for start in _starts(due, sums)]
    return {start for start, _ in found}, {due for _, due in found}


def _is_like(one: AmountCandidate, gross: AmountCandidate) -> bool:
    return one.is_money or not gross.is_money


def _first_of(values: set[Decimal], sums: list[AmountCandidate]) -> Iterator[AmountCandidate]:
    for value in values:
        yield from [one for one in sums if one.value == value and one.is_money and not one.roles.get("net")][:1]


def _is_installment(one: AmountCandidate, gross: AmountCandidate, sums: list[AmountCandidate]) -> bool:
    """The gross in parts of about the same size, one under the other: 492.73 and 492.72 of 985.45."""
    rest = gross.value - one.value
    if abs(rest - one.value) > Decimal("0.05") or not one.value:
        return False
    parts = (other for other in sums if other is not one and other.value == rest and not _is(other, "paid"))
    return any(_is_beneath(one, other) for other in parts)


def _is_beneath(one: AmountCandidate, other: AmountCandidate) -> bool:
    first, second = one.segment, other.segment
    near = first.page == second.page and 0 < abs(first.row - second.row) <= _NEAR_ROWS
    return near and abs(one.words[-1].x1 - other.words[-1].x1) < first.size


def _is(one: AmountCandidate, role: str) -> bool:
    """Said of the amount, and more than that it is a discount or a charge."""
    score = one.roles.get(role, 0.0)
    return score > _LEAST and (role == "earlier" or score >= one.roles.get("other_amount", 0.0))


def _is_due(one: AmountCandidate) -> bool:
    return one.is_money and one.roles.get("due", 0.0) > _STRONG


def _starts(due: AmountCandidate, sums: list[AmountCandidate]) -> set[Decimal]:
    """Totals above that, less what was paid and with what was owed before, make what is due."""
    above = [one for one in sums if one.is_money and one.segment.key <= due.segment.key and one.value != due.value]
    changes = {-abs(one.value) for one in above if _is(one, "paid") and one.value}
    changes |= {one.value for one in above if _is(one, "earlier") and one.value}
    totals = {one.value for one in above if one.roles.get("gross", 0.0) > _CLEAR}
    made = {sum(some) for size in (1, 2, 3) for some in combinations(sorted(changes)[:_MOST_ENTRIES], size)}
    return totals & {due.value - change for change in made if change}


def settles(gross: AmountCandidate, due: AmountCandidate, sums: list[AmountCandidate]) -> bool:
    """True where the amounts between the two in their column lead from one to the other, or rounding alone does."""
    change = due.value - gross.value
    if abs(change) <= _LEAST_COIN or (abs(change) < 1 and due.value == due.value.to_integral_value()):
        return True
    between = [one for one in sums if one.is_money and gross.segment.key < one.segment.key < due.segment.key]
    if not due.value:
        return any(abs(one.value) == abs(gross.value) for one in between)
    column = [one.value for one in between if _is_in_column(one, gross, due)]
    return sum(column) == change or (change < 0 and change in column)


def _is_in_column(one: AmountCandidate, gross: AmountCandidate, due: AmountCandidate) -> bool:
    right = one.words[-1].x1
    return min(abs(right - other.words[-1].x1) for other in (gross, due)) < one.segment.size
