"""The VAT by rate, from rows with a rate, a taxable amount and its VAT that together add up to the totals."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from msgspec import Struct

from invoicy.model.vat_rates import rates_of_all_countries
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.arithmetic import adds_up
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.vat.printed_amounts import PrintedAmount, amounts_in_row
from invoicy.pages.fields.value import FieldValue

# The VAT of a rate may be the sum of the rounded VAT of ten lines, each off by half a cent.
_ROUNDING = Decimal("0.05")

# No country has more rates at one time; each more multiplies the choices of rows.
_MAX_RATES = 5

# The lowest rows of a rate are tried: the breakdown is printed below the items.
_MAX_ROWS = 5


class RateShare(Struct, frozen=True):
    """The VAT of one rate; taxable is None where the page prints only rate and VAT."""

    rate: FieldValue[Decimal]
    taxable: FieldValue[Decimal] | None
    tax: FieldValue[Decimal]


class _RateRow(Struct, frozen=True):
    rate: PrintedAmount
    taxable: PrintedAmount | None
    tax: PrintedAmount

    @property
    def share(self) -> RateShare:
        taxable = self.taxable.field_value() if self.taxable else None
        return RateShare(self.rate.field_value(), taxable, self.tax.field_value())

    @property
    def amounts(self) -> tuple[Decimal | None, Decimal]:
        return self.taxable.value if self.taxable else None, self.tax.value


def breakdown_of(pages: AnnotatedPages, totals: ChosenTotals) -> tuple[RateShare, ...]:
    """Return one share for each rate, in the order of the page; empty if the rates do not add up to net and VAT."""
    net, tax = totals.net, totals.tax
    if net is None or tax is None or not totals.adds_up:
        return ()
    rows = list(_rate_rows(pages))
    full = _adding_up([row for row in rows if row.taxable], net.value, tax.value)
    bare = full or _adding_up([row for row in rows if not row.taxable and row.rate.value], None, tax.value)
    return tuple(row.share for row in bare)


def _rate_rows(pages: AnnotatedPages) -> Iterator[_RateRow]:
    for layout in pages.layouts:
        for row in layout.rows:
            printed = list(amounts_in_row(pages, row))
            money = [amount for amount in printed if amount.is_money]
            for rate in filter(may_be_rate, printed):
                yield from _with_rate(rate, [amount for amount in money if amount is not rate])


def may_be_rate(printed: PrintedAmount) -> bool:
    """Test for a percentage, and for a number without a currency that is a VAT rate of any country."""
    if printed.amount.percent:
        return True
    return not printed.amount.sign and printed.value.normalize() in rates_of_all_countries()


def _with_rate(rate: PrintedAmount, money: list[PrintedAmount]) -> Iterator[_RateRow]:
    """Yield each two amounts of a row of which one is the rate of the other; the VAT alone if nothing else is there."""
    for taxable, tax in product(money, money):
        if taxable is not tax and abs(taxable.value * rate.value / 100 - tax.value) <= _ROUNDING:
            yield _RateRow(rate, taxable, tax)
    if len(money) == 1 and rate.amount.percent:
        yield _RateRow(rate, None, money[0])


def _adding_up(rows: list[_RateRow], net: Decimal | None, tax: Decimal) -> list[_RateRow]:
    """Return rows of two or more rates, one of each, that add up to the totals; if several do, the lowest ones."""
    by_rate = _by_rate(rows)
    if not 1 < len(by_rate) <= _MAX_RATES:
        return []
    for choice in product(*((*same_rate, None) for same_rate in by_rate)):
        chosen = [row for row in choice if row]
        if len(chosen) > 1 and _add_up(chosen, net, tax):
            return sorted(chosen, key=lambda row: row.rate.segment.key)
    return []


def _by_rate(rows: Iterable[_RateRow]) -> list[list[_RateRow]]:
    """Return for each rate its lowest rows with different amounts, the lowest first."""
    by_rate: dict[Decimal, list[_RateRow]] = {}
    for row in reversed(list(rows)):
        same_rate = by_rate.setdefault(row.rate.value.normalize(), [])
        if len(same_rate) < _MAX_ROWS and all(row.amounts != other.amounts for other in same_rate):
            same_rate.append(row)
    return list(by_rate.values())


def _add_up(rows: list[_RateRow], net: Decimal | None, tax: Decimal) -> bool:
    if not adds_up(sum((row.tax.value for row in rows), Decimal(0)), tax):
        return False
    taxable = sum((row.taxable.value for row in rows if row.taxable), Decimal(0))
    return net is None or adds_up(taxable, net)
