"""Discounts, freight and other charges printed between two totals."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.chosen_totals import Adjustment
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.fields.value import FieldValue

# Discounts and charges that are combined: with more, two of them make up a difference by chance.
_MAX_COMBINED = 5

# More words before an amount are a sentence and no name of a discount or charge.
_MAX_WORDS = 8

# An amount with the sign that it counts with, and its candidate.
_Part = tuple[Decimal, AmountCandidate]


def possible_adjustments(candidates: list[AmountCandidate]) -> frozenset[Decimal]:
    """Return the amounts that labelled discounts and charges can add to a sum: each alone, and two together."""
    return frozenset(_sum(parts) for parts in _combinations(_named(candidates)))


def adjustments_between(
    pages: AnnotatedPages,
    candidates: list[AmountCandidate],
    first: AmountCandidate,
    last: AmountCandidate,
    rest: Decimal,
) -> tuple[Adjustment, ...]:
    """Return the printed amounts that make up the rest between two totals; empty if nothing does.

    These are one or two labelled discounts and charges, or all of them, or one amount without a label.
    """
    inside = [amount for amount in candidates if amount.is_money and _is_between(amount, first, last)]
    named = [amount for amount in _named(inside) or _named(candidates) if amount is not first and amount is not last]
    for parts in [*sorted(_combinations(named), key=len), tuple((amount.value, amount) for amount in named)]:
        if parts and _sum(parts) == rest:
            return tuple(_adjustment(pages, amount, candidate, is_named=True) for amount, candidate in parts)
    alone = next((amount for amount in inside if abs(amount.value) == abs(rest)), None)
    return (_adjustment(pages, rest, alone, is_named=False),) if alone else ()


def are_plain(adjustments: tuple[Adjustment, ...], first: AmountCandidate, last: AmountCandidate) -> bool:
    """Test whether each is printed between two totals, in their column, beside a label that names it."""
    return all(
        adjustment.is_named
        and adjustment.candidate.methods["other_amount"].startswith("label row")
        and _is_between(adjustment.candidate, first, last)
        and abs(adjustment.amount) < abs(first.value)
        and any(_is_in_column(adjustment.candidate, total) for total in (first, last))
        for adjustment in adjustments
    )


def _named(candidates: list[AmountCandidate]) -> list[AmountCandidate]:
    """Return the amounts that a label names as a discount or a charge and that are no items; the best of each value."""
    charge = weights().search.min_charge
    best: dict[Decimal, AmountCandidate] = {}
    for candidate in sorted(candidates, key=lambda candidate: -candidate.score("other_amount")):
        if candidate.value and not candidate.is_item and candidate.score("other_amount") > charge:
            best.setdefault(candidate.value, candidate)
    return list(best.values())[:_MAX_COMBINED]


def _is_between(candidate: AmountCandidate, first: AmountCandidate, last: AmountCandidate) -> bool:
    return first.segment.key < candidate.segment.key < last.segment.key


def _is_in_column(candidate: AmountCandidate, total: AmountCandidate) -> bool:
    """Test whether an amount ends where a total ends; on another page columns are not compared."""
    return candidate.segment.page != total.segment.page or total.ends_in_column_of(candidate)


def _sum(parts: tuple[_Part, ...]) -> Decimal:
    return sum((amount for amount, _ in parts), Decimal(0))


def _combinations(named: list[AmountCandidate]) -> Iterator[tuple[_Part, ...]]:
    """Yield each amount and each two amounts, added and subtracted; as printed comes first."""
    signed = [(sign * candidate.value, candidate) for sign in (1, -1) for candidate in named]
    yield from ((part,) for part in signed)
    yield from (pair for pair in combinations(signed, 2) if abs(pair[0][0]) != abs(pair[1][0]))


def _adjustment(pages: AnnotatedPages, amount: Decimal, candidate: AmountCandidate, *, is_named: bool) -> Adjustment:
    return Adjustment(amount, candidate, _reason(pages, candidate), is_named)


def _reason(pages: AnnotatedPages, candidate: AmountCandidate) -> FieldValue[str] | None:
    """Return the words before an amount in its segment, else those of the next segment to its left."""
    segment = candidate.segment
    before = tuple(word for word in segment.words if word.x1 <= candidate.words[0].x0)
    if not any(c.isalpha() for word in before for c in word.text):
        left = pages.row(segment)[: segment.column]
        segment = left[-1] if left else segment
        before = segment.words if left else ()
    if len(before) > _MAX_WORDS or not any(c.isalpha() for word in before for c in word.text):
        return None
    text = " ".join(word.text for word in before).rstrip(" :.$€£")
    return FieldValue.of(text, segment, before, candidate.score("other_amount"), "words before the amount", text)
