"""The VAT by rate: rows with a rate, a taxable amount and its VAT that together make the totals, and never else."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from msgspec import Struct

from invoicy.model.vat_rates import rates_of_all_countries
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import rates_of
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.amounts import Amount
from invoicy.pages.sources.page import Word

_CENT = Decimal("0.011")
_ROUNDING = Decimal("0.05")
_MOST_RATES = 5
_MOST_ROWS = 5
_TENTH = Decimal("0.1")
_SURE = 0.95

_Key = tuple[int, int, int]


class RateShare(Struct, frozen=True):
    """The VAT of one rate; taxable is None where the page prints only rate and VAT."""

    rate: FieldValue[Decimal]
    taxable: FieldValue[Decimal] | None
    tax: FieldValue[Decimal]


class _Printed(Struct, frozen=True):
    """An amount with its place."""

    value: Decimal
    segment: Segment
    amount: Amount

    @property
    def words(self) -> tuple[Word, ...]:
        return self.segment.words_in(self.amount.start, self.amount.end)

    def found(self, score: float = _SURE) -> FieldValue[Decimal]:
        return FieldValue.of(self.value, self.segment, self.words, score, "sum that closes", self.amount.text)


class _Row(Struct, frozen=True):
    rate: _Printed
    taxable: _Printed | None
    tax: _Printed

    @property
    def share(self) -> RateShare:
        return RateShare(self.rate.found(), self.taxable.found() if self.taxable else None, self.tax.found())


def breakdown_of(pages: AnnotatedPages, totals: ChosenTotals) -> tuple[RateShare, ...]:
    """One share for each rate, in the order of the page; empty where the rates do not make net and VAT to the cent."""
    net, tax = totals.net, totals.tax
    if net is None or tax is None or not totals.closes:
        return ()
    rows = list(_rows(pages))
    full = _closing([row for row in rows if row.taxable], net.value, tax.value)
    bare = full or _closing([row for row in rows if not row.taxable and row.rate.value], None, tax.value)
    return tuple(row.share for row in bare)


def single_rate(pages: AnnotatedPages, totals: ChosenTotals) -> Decimal | None:
    """The printed rate that makes all of the VAT from all of the net; 0 where there is none to pay."""
    net, tax = totals.net, totals.tax
    if net is None or tax is None or not totals.closes or tax.parts or not net.value:
        return None
    if not tax.value:
        return Decimal(0)
    rate = (tax.value * 100 / net.value).quantize(_TENTH).normalize()
    exact = abs(net.value * rate / 100 - tax.value) <= _CENT
    return rate if exact and rate in rates_of(pages) else None


def place_of_rate(pages: AnnotatedPages, rate: Decimal, tax: FieldValue[Decimal]) -> FieldValue[Decimal] | None:
    """The print of the one rate of an invoice that is nearest to its VAT amount; None where no % or row of VAT has it.

    The rate is as sure as the amount that it makes.
    """
    row = next(segment.key for segment in pages.segments if tax.words[0] in segment.words)
    places = (
        printed
        for layout in pages.layouts
        for segments in layout.rows
        for printed in _printed_in(pages, segments)
        if abs(printed.value) == rate and printed.words != tax.words and _may_be_rate(printed, row)
    )
    nearest = min(places, key=lambda printed: _distance(printed.segment, row), default=None)
    return nearest.found(min(_SURE, tax.score)) if nearest else None


def _may_be_rate(printed: _Printed, row: _Key) -> bool:
    """A percentage wherever it is printed; a number without a sign only in the row."""
    return printed.amount.percent or (_is_rate(printed) and printed.segment.key[:2] == row[:2])


def _distance(segment: Segment, row: _Key) -> _Key:
    """Pages, rows and columns between a segment and a place."""
    page, at, column = (abs(here - there) for here, there in zip(segment.key, row, strict=True))
    return page, at, column


def _rows(pages: AnnotatedPages) -> Iterator[_Row]:
    for layout in pages.layouts:
        for row in layout.rows:
            amounts = list(_printed_in(pages, row))
            money = [one for one in amounts if not one.amount.percent and (one.amount.places == 2 or one.amount.sign)]
            for rate in (one for one in amounts if _is_rate(one)):
                yield from _shares(rate, [one for one in money if one is not rate])


def _printed_in(pages: AnnotatedPages, row: Iterable[Segment]) -> Iterator[_Printed]:
    for segment in row:
        for amount in pages.amounts_of(segment):
            yield _Printed(amount.value(pages.mark), segment, amount)


def _is_rate(one: _Printed) -> bool:
    return one.amount.percent or (not one.amount.sign and one.value.normalize() in rates_of_all_countries())


def _shares(rate: _Printed, money: list[_Printed]) -> Iterator[_Row]:
    """Each pair of amounts in the row of which one is the rate of the other; the VAT alone where it stands alone."""
    for taxable, tax in product(money, money):
        if taxable is not tax and abs(taxable.value * rate.value / 100 - tax.value) <= _ROUNDING:
            yield _Row(rate, taxable, tax)
    if len(money) == 1 and rate.amount.percent:
        yield _Row(rate, None, money[0])


def _closing(rows: list[_Row], net: Decimal | None, tax: Decimal) -> list[_Row]:
    """Rows of two or more rates, one row each, that make the totals; the lowest on the page where several do."""
    by_rate: dict[Decimal, list[_Row]] = {}
    for row in reversed(rows):
        same = by_rate.setdefault(row.rate.value.normalize(), [])
        if len(same) < _MOST_ROWS and all(_amounts(row) != _amounts(one) for one in same):
            same.append(row)
    if not 1 < len(by_rate) <= _MOST_RATES:
        return []
    for choice in product(*((*same, None) for same in by_rate.values())):
        chosen = [row for row in choice if row]
        if len(chosen) > 1 and _makes(chosen, net, tax):
            return sorted(chosen, key=lambda row: row.rate.segment.key)
    return []


def _amounts(row: _Row) -> tuple[Decimal | None, Decimal]:
    return row.taxable.value if row.taxable else None, row.tax.value


def _makes(rows: list[_Row], net: Decimal | None, tax: Decimal) -> bool:
    if abs(sum(row.tax.value for row in rows) - tax) >= _CENT:
        return False
    return net is None or abs(sum(row.taxable.value for row in rows if row.taxable) - net) < _CENT
