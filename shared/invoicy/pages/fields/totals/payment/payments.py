"""Payments and earlier balances: the candidates for the paid and the due amount, and the chains between totals."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from invoicy.pages.fields.totals.arithmetic import SMALLEST_COIN
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.weights import weights

# The smallest payments and balances that may be combined: each more doubles the sums to try.
_MAX_ENTRIES = 4

# Invoices print few payments; with more, a sum is right by chance.
_MAX_COMBINED = 3

# Installments are printed one under the other, with at most one line between.
_MAX_ROWS_APART = 2

# A payment of several invoices may be larger than the gross of this one, but rarely by more.
_MAX_GROSS_FACTOR = 3


def paid_candidates(gross: AmountCandidate, ranked: Iterable[AmountCandidate]) -> list[AmountCandidate]:
    """Return the amounts that may have been paid: not zero and at most three times the gross."""
    most = abs(gross.value) * _MAX_GROSS_FACTOR
    return [
        candidate
        for candidate in ranked
        if candidate.value and abs(candidate.value) <= most and _is_printed_like(candidate, gross)
    ]


def due_candidates(
    gross: AmountCandidate, ranked: Iterable[AmountCandidate], candidates: list[AmountCandidate]
) -> list[AmountCandidate]:
    """Return the amounts that may be due: those with a label, and those that a firm payment leaves of the gross."""
    labelled = [
        candidate
        for candidate in ranked
        if _is_printed_like(candidate, gross) and not _is_installment(candidate, gross, candidates)
    ]
    payments = [candidate for candidate in candidates if _is_firm_payment(candidate)]
    left = {gross.value - abs(paid.value) for paid in payments if 0 < abs(paid.value) < abs(gross.value)}
    return [*labelled, *_first_prints(left - {candidate.value for candidate in labelled}, candidates)]


def payment_chains(candidates: list[AmountCandidate]) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """Return totals from which payments or earlier balances lead to an amount due below, and those amounts due."""
    chains = [
        (start, due.value)
        for due in candidates
        if due.is_money and due.score("due") > weights().payments.min_due
        for start in _totals_before(due, candidates)
    ]
    return frozenset(start for start, _ in chains), frozenset(due for _, due in chains)


def _is_printed_like(candidate: AmountCandidate, gross: AmountCandidate) -> bool:
    """Test whether an amount is printed as money, or the gross is not either."""
    return candidate.is_money or not gross.is_money


def _is_firm_payment(candidate: AmountCandidate) -> bool:
    return _has_role(candidate, "paid") and candidate.is_money and candidate.roles["paid"] > weights().payments.min_firm


def _first_prints(values: set[Decimal], candidates: list[AmountCandidate]) -> Iterator[AmountCandidate]:
    """Yield the first print of each value that is money and no net amount."""
    for value in values:
        prints = (candidate for candidate in candidates if candidate.value == value and candidate.is_money)
        yield from [candidate for candidate in prints if not candidate.score("net")][:1]


def _is_installment(candidate: AmountCandidate, gross: AmountCandidate, candidates: list[AmountCandidate]) -> bool:
    """Test for half of the gross with the other half above or below: 492.73 and 492.72 of 985.45."""
    rest = gross.value - candidate.value
    if abs(rest - candidate.value) > SMALLEST_COIN or not candidate.value:
        return False
    halves = (other for other in candidates if other is not candidate and other.value == rest)
    return any(_are_in_one_column(candidate, half) for half in halves if not _has_role(half, "paid"))


def _are_in_one_column(first: AmountCandidate, second: AmountCandidate) -> bool:
    """Test for amounts in neighbouring rows that end at the same place."""
    if first.segment.page != second.segment.page:
        return False
    is_near = 0 < abs(first.segment.row - second.segment.row) <= _MAX_ROWS_APART
    return is_near and first.ends_in_column_of(second)


def _has_role(candidate: AmountCandidate, role: str) -> bool:
    """Test for a payment or an earlier balance; not one that is rather a discount or a charge."""
    score = candidate.score(role)
    return score > weights().payments.min_label and (role == "earlier" or score >= candidate.score("other_amount"))


def _totals_before(due: AmountCandidate, candidates: list[AmountCandidate]) -> set[Decimal]:
    """Return the totals above an amount due from which payments and earlier balances lead to it."""
    above = [
        candidate
        for candidate in candidates
        if candidate.is_money and candidate.segment.key <= due.segment.key and candidate.value != due.value
    ]
    payments = {-abs(candidate.value) for candidate in above if _has_role(candidate, "paid") and candidate.value}
    balances = {candidate.value for candidate in above if _has_role(candidate, "earlier") and candidate.value}
    entries = sorted(payments | balances)[:_MAX_ENTRIES]
    changes = {sum(some) for size in range(1, _MAX_COMBINED + 1) for some in combinations(entries, size)}
    totals = {candidate.value for candidate in above if candidate.score("gross") > weights().payments.min_gross}
    return totals & {due.value - change for change in changes if change}
