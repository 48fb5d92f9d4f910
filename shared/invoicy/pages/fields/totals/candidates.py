"""Every printed amount is a candidate for the totals."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.parsers.address_lines import is_postal
from invoicy.pages.parsers.amounts import Amount
from invoicy.pages.sources.page import Word

# The fields of labels that name amounts: other_amount is a discount or a charge, earlier a balance from before.
ROLES = ("net", "tax", "gross", "due", "paid", "other_amount", "earlier")

# Longer numbers identify things; twelve digits with two places are less than ten billion.
_MAX_DIGITS = 12

_LEADING_ZERO = re.compile(r"0\d")  # a telephone number


class AmountCandidate(Struct):
    """An amount on a page. roles: for each role the score of its evidence, from 0 to about 1; methods: its source.

    parts: the printed amounts that this one is the sum of. is_item: printed in the table of items.
    """

    value: Decimal
    segment: Segment
    amount: Amount
    roles: dict[str, float]
    methods: dict[str, str]
    parts: "tuple[AmountCandidate, ...]" = ()
    is_item: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in which the amount is printed; of a sum those of its last part."""
        if self.parts:
            return self.parts[-1].words
        return self.segment.words_in(self.amount.start, self.amount.end)

    @property
    def is_money(self) -> bool:
        """Printed with two places or a currency, as most amounts of money are."""
        return self.amount.places == 2 or bool(self.amount.sign)

    @property
    def row(self) -> tuple[int, int]:
        """Number of the page and of the row on it."""
        return self.segment.page, self.segment.row

    def ends_in_column_of(self, other: "AmountCandidate") -> bool:
        """Test whether two amounts end in the same column, within the height of this one's line."""
        return abs(self.words[-1].x1 - other.words[-1].x1) < self.segment.size

    def score(self, role: str) -> float:
        """Return the score of the evidence for a role; 0 without any."""
        return self.roles.get(role, 0.0)

    def support(self, role: str, score: float, method: str) -> None:
        """Add evidence for a role; the strongest counts."""
        if score > self.score(role):
            self.roles[role] = score
            self.methods[role] = method


class AmountCandidates(Struct, frozen=True):
    """All candidates of a document, in the order of the pages."""

    by_segment: dict[tuple[int, int, int], list[AmountCandidate]]

    def all(self) -> list[AmountCandidate]:
        return [candidate for candidates in self.by_segment.values() for candidate in candidates]

    def of(self, segment: Segment) -> list[AmountCandidate]:
        return self.by_segment.get(segment.key, [])

    def rows(self, pages: AnnotatedPages) -> Iterator[list[AmountCandidate]]:
        """Yield the candidates of each row that has any."""
        for layout in pages.layouts:
            for row in layout.rows:
                if candidates := [candidate for segment in row for candidate in self.of(segment)]:
                    yield candidates


def amount_candidates(pages: AnnotatedPages) -> AmountCandidates:
    """Return all numbers that may be amounts, without evidence."""
    by_segment = {segment.key: list(_in_segment(pages, segment)) for segment in pages.segments}
    return AmountCandidates({key: candidates for key, candidates in by_segment.items() if candidates})


def _in_segment(pages: AnnotatedPages, segment: Segment) -> Iterator[AmountCandidate]:
    amounts = pages.amounts_of(segment)
    is_aside = _has_asides(segment, amounts)
    for amount in amounts:
        if _may_be_total(segment, amount):
            value = amount.value(pages.decimal_mark)
            is_positive = is_aside and amount.text.startswith("(")
            yield AmountCandidate(abs(value) if is_positive else value, segment, amount, {}, {})


def _may_be_total(segment: Segment, amount: Amount) -> bool:
    if amount.percent or sum(c.isdigit() for c in amount.number) > _MAX_DIGITS:
        return False
    return not _is_post_code(segment, amount) and not _LEADING_ZERO.match(amount.number)


def _has_asides(segment: Segment, amounts: tuple[Amount, ...]) -> bool:
    """Test for a sentence that also names amounts without brackets: brackets are no minus sign there."""
    return len(amounts) > 1 and is_sentence(segment) and not all(amount.negative for amount in amounts)


def _is_post_code(segment: Segment, amount: Amount) -> bool:
    return amount.places == 0 and not amount.sign and is_postal(segment.text)
