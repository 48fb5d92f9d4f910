"""Every amount on the pages, with how much speaks for it being a net, VAT, gross, paid or due amount."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import inline_slot
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.lines.table import item_rows
from invoicy.pages.parsers.amounts import Amount
from invoicy.pages.parsers.currencies import currencies
from invoicy.pages.parsers.names import is_postal
from invoicy.pages.sources.page import Word

ROLES = ("net", "tax", "gross", "due", "paid", "other_amount", "earlier")
_BELOW, _TOTAL = ("net", "tax", "gross"), 0.5
_COLUMN_ROWS = 14
_MOST_DIGITS = 12
_MOSTLY = 0.6
_RATE = re.compile(r"[\s(]*\d{1,2}(?:[.,]\d+)?\s?%[\s)]*$")
_LEADING_ZERO = re.compile(r"0\d")  # a telephone number, never an amount
_MOST_TAX_RATE = Decimal("0.4")


class AmountCandidate(Struct):
    """An amount on a page; roles: what speaks for each role, 0 to about 1. parts: where it adds up printed amounts.

    is_item: it is printed in the table of items.
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
        if self.parts:
            return self.parts[-1].words
        return self.segment.words_in(self.amount.start, self.amount.end)

    @property
    def is_money(self) -> bool:
        """Printed as money is: two places or a currency beside it."""
        return self.amount.places == 2 or bool(self.amount.sign)

    def speak(self, role: str, score: float, method: str) -> None:
        if score > self.roles.get(role, 0.0):
            self.roles[role] = score
            self.methods[role] = method


def sums_of(pages: AnnotatedPages) -> list[AmountCandidate]:
    """All amounts but percentages, with what labels, columns and their own arithmetic say of them."""
    sums = _AmountCandidates(pages)
    for label, _ in pages.labels.named(*ROLES):
        sums.read_label(label)
    for row in sums.rows():
        sums.read_row(row)
    return sums.all


def mark_items(pages: AnnotatedPages, sums: list[AmountCandidate]) -> None:
    """Marks the amounts in the table of items above the first total; none of them was paid."""
    totals = [one.segment.key for one in sums if max(one.roles.get(role, 0.0) for role in _BELOW) > _TOTAL]
    first, table = min(totals, default=(0, 0, 0)), item_rows(pages)
    for one in sums:
        if one.segment.key < first and (one.segment.page, one.segment.row) in table:
            one.is_item = True
            one.roles.pop("paid", None)


def by_segment(sums: list[AmountCandidate]) -> dict[tuple[int, int, int], list[AmountCandidate]]:
    """The amounts of each segment."""
    found: dict[tuple[int, int, int], list[AmountCandidate]] = {}
    for one in sums:
        found.setdefault(one.segment.key, []).append(one)
    return found


class _AmountCandidates:
    def __init__(self, pages: AnnotatedPages) -> None:
        self.pages = pages
        self.by_segment: dict[tuple[int, int, int], list[AmountCandidate]] = {}
        for segment in pages.segments:
            aside = _is_aside(segment, pages.amounts_of(segment))
            for amount in pages.amounts_of(segment):
                if (
                    not amount.percent
                    and sum(c.isdigit() for c in amount.number) <= _MOST_DIGITS
                    and not _is_post_code(segment, amount)
                    and not _LEADING_ZERO.match(amount.number)
                ):
                    value = amount.value(pages.mark)
                    found = AmountCandidate(
                        abs(value) if aside and amount.text[:1] == "(" else value, segment, amount, {}, {}
                    )
                    self.by_segment.setdefault(segment.key, []).append(found)

    @property
    def all(self) -> list[AmountCandidate]:
        return [one for found in self.by_segment.values() for one in found]

    def rows(self) -> Iterator[list[AmountCandidate]]:
        for layout in self.pages.layouts:
            for row in layout.rows:
                found = [one for segment in row for one in self.by_segment.get(segment.key, ())]
                if found:
                    yield found

    def read_label(self, label: Label) -> None:
        if _is_prose(label):
            return
        found = self._right_of(label)
        if found:
            self._weigh_row(label, found)
        elif self._is_head(label):
            self._weigh_column(label)

    def _is_head(self, label: Label) -> bool:
        """It may head a column: the last of its line but for a rate, or one of several labels and nothing else."""
        segment = label.segment
        if label.last:
            return label.first or not is_sentence(segment)
        if label.first and _RATE.match(segment.text, segment.starts[label.end]):
            return True
        covered = sum(one.end - one.start for one in self.pages.labels.of(segment))
        return not any(c.isdigit() or c == ":" for c in segment.text) and covered >= _MOSTLY * len(segment.words)

    def _right_of(self, label: Label) -> list[tuple[AmountCandidate, str]]:
        """Amounts after a label in its row, up to the next label of an amount; with the text between."""
        segment, pages = label.segment, self.pages
        slot = inline_slot(pages, label)
        found: list[tuple[AmountCandidate, str]] = []
        start = segment.starts[label.end - 1] + len(segment.words[label.end - 1].text)
        end = slot.end if slot else len(segment.text)
        stops = [
            segment.starts[one.start] for one in pages.labels.of(segment) if one.start >= label.end and _speaks(one)
        ]
        end = min(stops, default=len(segment.text))
        found += self._within(segment, start, end, segment.text[start:end])
        if stops:
            return found
        between = segment.text[start:] if not found else ""
        for other in pages.right_of(segment):
            stops = [other.starts[one.start] for one in pages.labels.of(other) if _speaks(one)]
            end = min(stops, default=len(other.text))
            found += self._within(other, 0, end, between + " " + other.text[:end])
            if stops:
                break
            between += " " + other.text
        return found

    def _within(self, segment: Segment, start: int, end: int, text: str) -> list[tuple[AmountCandidate, str]]:
        inside = (
            one for one in self.by_segment.get(segment.key, ()) if start <= one.amount.at and one.amount.end <= end + 1
        )
        return [(one, text.split(one.amount.number, maxsplit=1)[0]) for one in inside]

    def _weigh_row(self, label: Label, found: list[tuple[AmountCandidate, str]]) -> None:
        money = [pair for pair in found if pair[0].is_money] or found
        first, last = money[0][0], money[-1][0]
        for one, between in found:
            place = 1.0 if len(money) == 1 and one is first else 0.85 if one is last else 0.6 if one is first else 0.5
            place *= 1.0 if one.is_money else 0.6 if len(found) > len(money) or money[0][0].is_money else 0.9
            self._speak(label, one, place * _nearness(between) * _standing(label), "label row")

    def _weigh_column(self, label: Label) -> None:
        """A head of a column: the last amount under it is the likeliest sum, if the table is one of sums."""
        words = label.segment.words[label.start : label.end]
        x0, x1 = words[0].x0, words[-1].x1
        column = self._column(label.segment, x0, x1)
        if not column:
            return
        row_labels = [one for other in self.pages.row(label.segment) for one in self.pages.labels.of(other)]
        roles = {role for one in row_labels for role in ("net", "tax", "gross", "due") if one.fields.get(role, 0) > 0.5}
        items = sum(1 for one in row_labels if one.fields.get("column", 0) > 0.4)
        trust = 0.75 if len(roles) > 1 else 0.7 if items == 0 or label.colon else 0.45
        trust = min(trust, 0.5) if items > 3 else trust
        for index, one in enumerate(column):
            place = 1.0 if len(column) == 1 or index == len(column) - 1 else 0.6
            self._speak(label, one, trust * place, "label column")

    def _column(self, head: Segment, x0: float, x1: float) -> list[AmountCandidate]:
        column: list[AmountCandidate] = []
        bottom, slack = head.bottom, head.size
        for row in list(self.pages.rows_below(head))[:_COLUMN_ROWS]:
            if row[0].top - bottom > 4 * slack:
                break
            under = [
                one for segment in row for one in self.by_segment.get(segment.key, ()) if _is_under(one, x0, x1, slack)
            ]
            if under:
                column.append(under[-1])
            bottom = max(segment.bottom for segment in row)
        return [one for one in column if one.is_money] or column

    def _speak(self, label: Label, one: AmountCandidate, trust: float, method: str) -> None:
        for role in ROLES:
            if weight := label.fields.get(role, 0.0):
                one.speak(role, weight * trust, f"{method} {role}")

    def read_row(self, row: list[AmountCandidate]) -> None:
        """Three amounts in a row of which the first two make the third: net, VAT and gross."""
        money = [one for one in row if one.is_money]
        for index, net in enumerate(money):
            for middle in range(index + 1, len(money)):
                for last in range(middle + 1, len(money)):
                    _read_triple(net, money[middle], money[last], self.pages)


def _read_triple(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate, pages: AnnotatedPages) -> None:
    if tax.roles.get("other_amount", 0.0) >= 0.4:  # freight and the like, which a sum contains as well
        return
    if not tax.value or net.value + tax.value != gross.value or abs(tax.value) > _MOST_TAX_RATE * abs(net.value):
        return
    labels = [label for segment in pages.row(net.segment) for label in pages.labels.of(segment)]
    trust = 0.7 if any(label.fields.get("gross") or label.fields.get("due") for label in labels) else 0.4
    for one, role in ((net, "net"), (tax, "tax"), (gross, "gross")):
        one.speak(role, max(trust, one.roles.get(role, 0.0)), "row that closes")


def _is_aside(segment: Segment, amounts: tuple[Amount, ...]) -> bool:
    """Brackets in a sentence, which also names amounts without them, do not mean less than nothing."""
    return len(amounts) > 1 and is_sentence(segment) and not all(one.negative for one in amounts)


def _is_post_code(segment: Segment, amount: Amount) -> bool:
    return amount.places == 0 and not amount.sign and is_postal(segment.text)


def _speaks(label: Label) -> bool:
    return any(label.fields.get(role, 0.0) > 0.25 for role in ROLES)


def _is_prose(label: Label) -> bool:
    """A label amid a sentence speaks of nothing."""
    words = label.segment.words
    letters = sum(1 for word in words if len(word.text) > 1 and word.text.isalpha())
    return letters > 9 and not label.first


def _standing(label: Label) -> float:
    return 1.0 if label.first else 0.8


def _nearness(between: str) -> float:
    """Words between a label and an amount weaken it, but not rates, currencies and what stands in brackets."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", between)
    text = " ".join(word for word in text.split() if word.upper() not in currencies())
    return max(0.45, 1.0 - 0.025 * sum(c.isalpha() for c in fold(text)))


def _is_under(one: AmountCandidate, x0: float, x1: float, slack: float) -> bool:
    words = one.words
    left, right = words[0].x0, words[-1].x1
    return left < x1 + slack * 0.5 and right > x0 - slack * 0.5


def rates_of(pages: AnnotatedPages) -> Counter[Decimal]:
    """Percentages printed anywhere, and numbers that stand alone where a rate may stand."""
    rates: Counter[Decimal] = Counter()
    for found in pages.amounts.values():
        for amount in found:
            value = abs(amount.value(pages.mark))
            if value <= 40 and (amount.percent or amount.places <= 2):
                rates[value.normalize()] += 3 if amount.percent else 1
    return rates
