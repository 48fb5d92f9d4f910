"""Discounts, freight and other charges printed between the sum of the lines and the total."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.value import FieldValue

_NAMED = 0.4
_MOST = 5
_WORDS = 8


_Part = tuple[Decimal, AmountCandidate]
"""An amount as it counts, and where it is printed."""


class Adjustment(Struct, frozen=True):
    """A printed amount that a total contains. amount: what it adds to the sum above it, below nothing if it takes off.

    reason: the words before it. is_named: a label says that it is a discount or a charge.
    """

    amount: Decimal
    printed: AmountCandidate
    reason: FieldValue[str] | None
    is_named: bool

    @property
    def found(self) -> FieldValue[Decimal]:
        """The amount with where it is printed."""
        one = self.printed
        score = one.roles.get("other_amount", 0.0)
        return FieldValue.of(self.amount, one.segment, one.words, score, "sum that closes", one.amount.text)


def named_in(sums: list[AmountCandidate]) -> list[AmountCandidate]:
    """The amounts that are called a discount or a charge and are no item, the best first, each value once."""
    ranked = sorted((one for one in sums if not one.is_item), key=lambda one: -one.roles.get("other_amount", 0.0))
    best: dict[Decimal, AmountCandidate] = {}
    for one in ranked:
        if one.value and one.roles.get("other_amount", 0.0) > _NAMED:
            best.setdefault(one.value, one)
    return list(best.values())[:_MOST]


def changes_in(sums: list[AmountCandidate]) -> set[Decimal]:
    """The amounts that discounts, freight and other charges may add to a sum: each alone, and two together."""
    return {_sum(parts) for parts in _ways(named_in(sums))}


def between(
    pages: AnnotatedPages, sums: list[AmountCandidate], first: AmountCandidate, last: AmountCandidate, rest: Decimal
) -> tuple[Adjustment, ...]:
    """The printed amounts that make up the rest between two totals: one or two of those with a label, or all of them.

    One without a label does only where it alone makes up the rest.
    """
    inside = [one for one in sums if one.is_money and first.segment.key < one.segment.key < last.segment.key]
    named = [one for one in named_in(inside) or named_in(sums) if one is not first and one is not last]
    for parts in [*sorted(_ways(named), key=len), tuple((one.value, one) for one in named)]:
        if parts and _sum(parts) == rest:
            return tuple(_adjustment(pages, amount, one, is_named=True) for amount, one in parts)
    alone = next((one for one in inside if abs(one.value) == abs(rest)), None)
    return (_adjustment(pages, rest, alone, is_named=False),) if alone else ()


def are_plain(adjustments: tuple[Adjustment, ...], first: AmountCandidate, last: AmountCandidate) -> bool:
    """Each is printed under one total and above the other, in their column, beside a label of what it is."""
    start, end = first.segment.key, last.segment.key
    return all(
        each.is_named
        and each.printed.methods["other_amount"].startswith("label row")
        and start < each.printed.segment.key < end
        and abs(each.amount) < abs(first.value)
        and any(_is_in_column(each.printed, total) for total in (first, last))
        for each in adjustments
    )


def _is_in_column(one: AmountCandidate, total: AmountCandidate) -> bool:
    return one.segment.page != total.segment.page or abs(one.words[-1].x1 - total.words[-1].x1) < total.segment.size


def _sum(parts: tuple[_Part, ...]) -> Decimal:
    return sum((amount for amount, _ in parts), Decimal(0))


def _ways(named: list[AmountCandidate]) -> Iterator[tuple[_Part, ...]]:
    """One of the amounts or two, each added or taken off; as printed comes first."""
    signed = [(sign * one.value, one) for sign in (1, -1) for one in named]
    yield from ((each,) for each in signed)
    yield from (pair for pair in combinations(signed, 2) if abs(pair[0][0]) != abs(pair[1][0]))


def _adjustment(pages: AnnotatedPages, amount: Decimal, printed: AmountCandidate, *, is_named: bool) -> Adjustment:
    return Adjustment(amount, printed, _reason(pages, printed), is_named)


def _reason(pages: AnnotatedPages, printed: AmountCandidate) -> FieldValue[str] | None:
    """The words before an amount: in its own segment, else in the next one to its left."""
    segment = printed.segment
    before = tuple(word for word in segment.words if word.x1 <= printed.words[0].x0)
    if not any(c.isalpha() for word in before for c in word.text):
        left = pages.row(segment)[: segment.column]
        segment = left[-1] if left else segment
        before = segment.words if left else ()
    if len(before) > _WORDS or not any(c.isalpha() for word in before for c in word.text):
        return None
    text = " ".join(word.text for word in before).rstrip(" :.$€£")
    return FieldValue.of(text, segment, before, printed.roles.get("other_amount", 0.0), "words before the amount", text)
