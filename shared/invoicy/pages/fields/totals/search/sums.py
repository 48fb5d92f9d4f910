"""Sums of printed amounts: the VAT of several rates, CGST and SGST, the net amounts of several rates."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.ranking import distinct, ranked, with_role
from invoicy.pages.fields.totals.weights import weights

# Countries have up to five rates and invoices rarely more than three; each more adds up by chance more often.
_MAX_PARTS = 4

# The best amounts to sum: each more multiplies the assignments to try.
_MAX_STRONG = 6


def ranked_with_sums(candidates: list[AmountCandidate], role: str) -> list[AmountCandidate]:
    """Return the best candidates for a role, and sums of two to four that follow each other on the pages."""
    best = ranked(candidates, role)
    strong = _leading([candidate for candidate in with_role(candidates, role) if _is_strong(candidate, role)], role)
    sums = [_sum_of(parts, role) for parts in _runs(strong[:_MAX_STRONG])]
    return distinct([*best, *sorted(sums, key=lambda candidate: -candidate.roles[role])])


def _is_strong(candidate: AmountCandidate, role: str) -> bool:
    score, search = candidate.roles[role], weights().search
    return score > search.min_part and (candidate.is_money or score > search.min_bare_part)


def _leading(strong: list[AmountCandidate], role: str) -> list[AmountCandidate]:
    """Leave out amounts that are weaker than another of their row: in "VAT 23 % on 240.10: 55.22" the first one."""
    best: dict[tuple[int, int], float] = {}
    for candidate in strong:
        best[candidate.row] = max(best.get(candidate.row, 0.0), candidate.roles[role])
    margin = weights().search.min_margin
    return [candidate for candidate in strong if candidate.roles[role] > best[candidate.row] - margin]


def _runs(strong: Iterable[AmountCandidate]) -> Iterator[tuple[AmountCandidate, ...]]:
    """Yield each run of amounts in different rows, none of them zero."""
    in_order = sorted(strong, key=lambda candidate: candidate.row)
    for size in range(2, _MAX_PARTS + 1):
        for start in range(len(in_order) - size + 1):
            parts = tuple(in_order[start : start + size])
            if len({part.row for part in parts}) == size and all(part.value for part in parts):
                yield parts


def _sum_of(parts: tuple[AmountCandidate, ...], role: str) -> AmountCandidate:
    """Return a candidate that is as good as its worst part, less a little for each part after the first."""
    total = sum((part.value for part in parts), Decimal(0))
    score = min(part.roles[role] for part in parts) - weights().search.each_part * (len(parts) - 1)
    last = max(parts, key=lambda part: part.row)
    return AmountCandidate(total, last.segment, last.amount, {role: score}, {role: "sum of printed amounts"}, parts)
