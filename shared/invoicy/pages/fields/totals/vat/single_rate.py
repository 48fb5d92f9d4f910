"""The VAT rate of an invoice that has only one."""

from decimal import Decimal

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.arithmetic import adds_up
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.vat.breakdown import may_be_rate
from invoicy.pages.fields.totals.vat.printed_amounts import CERTAIN, PrintedAmount, amounts_in_row
from invoicy.pages.fields.totals.vat.rates import printed_rates
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment

# All but two or three VAT rates are whole or half or tenth per cents.
_TENTH = Decimal("0.1")

_Key = tuple[int, int, int]


def single_rate(pages: AnnotatedPages, totals: ChosenTotals) -> Decimal | None:
    """Return the printed rate, in per cent, that makes all of the VAT from all of the net; 0 if the VAT is zero."""
    net, tax = totals.net, totals.tax
    if net is None or tax is None or not totals.adds_up or tax.parts or not net.value:
        return None
    if not tax.value:
        return Decimal(0)
    rate = (tax.value * 100 / net.value).quantize(_TENTH).normalize()
    return rate if adds_up(net.value * rate / 100, tax.value) and rate in printed_rates(pages) else None


def place_of_rate(pages: AnnotatedPages, rate: Decimal, tax: FieldValue[Decimal]) -> FieldValue[Decimal] | None:
    """Return the print of a rate that is nearest to its VAT amount; None if it is not printed.

    The rate is as likely right as the amount.
    """
    row = next(segment.key for segment in pages.segments if tax.words[0] in segment.words)
    prints = (
        printed
        for layout in pages.layouts
        for segments in layout.rows
        for printed in amounts_in_row(pages, segments)
        if abs(printed.value) == rate and printed.words != tax.words and _is_likely_rate(printed, row)
    )
    nearest = min(prints, key=lambda printed: _distance(printed.segment, row), default=None)
    return nearest.field_value(min(CERTAIN, tax.score)) if nearest else None


def _is_likely_rate(printed: PrintedAmount, row: _Key) -> bool:
    """Test for a percentage anywhere and for a number without a percent sign in the row."""
    return printed.amount.percent or (may_be_rate(printed) and printed.segment.key[:2] == row[:2])


def _distance(segment: Segment, row: _Key) -> _Key:
    """Return the pages, rows and columns between a segment and a place."""
    page, at, column = (abs(here - there) for here, there in zip(segment.key, row, strict=True))
    return page, at, column
