"""The numbers of a row: quantities, prices and amounts of money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.amounts import Amount

_ROUNDING = Decimal("0.0051")  # a product is rounded to half a cent
_MONEY_PLACES = 2  # decimal places of an amount of money, if no currency is printed beside it


class RowNumber(Struct, frozen=True):
    """A number printed in a row. amount: its print. value: its value."""

    segment: Segment
    amount: Amount
    value: Decimal

    @property
    def is_money(self) -> bool:
        return self.amount.places == _MONEY_PLACES or bool(self.amount.sign)

    @property
    def right(self) -> float:
        """The right edge of its last word, in points."""
        return self.segment.words_in(self.amount.digits_start, self.amount.end)[-1].x1


def numbers_of_row(pages: AnnotatedPages, row: Sequence[Segment]) -> list[RowNumber]:
    """Return the numbers of a row from left to right, without percentages."""
    return [
        RowNumber(segment, amount, amount.value(pages.decimal_mark))
        for segment in row
        for amount in pages.amounts_of(segment)
        if not amount.percent
    ]


def last_money(numbers: Sequence[RowNumber]) -> RowNumber | None:
    """Return the last amount of money in a row."""
    return next((number for _, number in _money(numbers)), None)


def last_product(numbers: Sequence[RowNumber]) -> RowNumber | None:
    """Return the last amount of money in a row that is the product of two numbers before it: quantity x price."""
    for index, amount in _money(numbers):
        if amount.value and any(_is_product(pair, amount) for pair in combinations(numbers[:index], 2)):
            return amount
    return None


def _money(numbers: Sequence[RowNumber]) -> Iterator[tuple[int, RowNumber]]:
    """Yield the amounts of money in a row with their index, from its end."""
    for index in range(len(numbers) - 1, -1, -1):
        if numbers[index].is_money:
            yield index, numbers[index]


def _is_product(factors: tuple[RowNumber, RowNumber], amount: RowNumber) -> bool:
    quantity, price = factors
    return abs(quantity.value * price.value - amount.value) <= _ROUNDING
