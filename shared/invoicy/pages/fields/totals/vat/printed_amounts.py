"""Numbers of a row with their places, percentages among them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.amounts import Amount
from invoicy.pages.sources.page import Word

# Rows of rates that add up to the totals are confirmed twice: by the rate and by the sum.
CERTAIN = 0.95


class PrintedAmount(Struct, frozen=True):
    """A number with its place on a page."""

    value: Decimal
    segment: Segment
    amount: Amount

    @property
    def words(self) -> tuple[Word, ...]:
        return self.segment.words_in(self.amount.start, self.amount.end)

    @property
    def is_money(self) -> bool:
        """Printed with two places or a currency, and no percentage."""
        return not self.amount.percent and (self.amount.places == 2 or bool(self.amount.sign))

    def field_value(self, score: float = CERTAIN) -> FieldValue[Decimal]:
        return FieldValue.of(self.value, self.segment, self.words, score, "sum that closes", self.amount.text)


def amounts_in_row(pages: AnnotatedPages, row: Iterable[Segment]) -> Iterator[PrintedAmount]:
    """Yield the numbers of a row from left to right."""
    for segment in row:
        for amount in pages.amounts_of(segment):
            yield PrintedAmount(amount.value(pages.decimal_mark), segment, amount)
