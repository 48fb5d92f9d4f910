"""The VAT rates printed on the pages."""

from decimal import Decimal

from invoicy.pages.annotated.pages import AnnotatedPages

_HIGHEST = 40
"""In per cent, as arithmetic.MOST_VAT."""

_PLACES = 2
"""VAT rates have at most two: 8.25 %, 11.11 %. Prices of a unit have more."""


def printed_rates(pages: AnnotatedPages) -> frozenset[Decimal]:
    """Return the percentages on the pages and the numbers that may be one, in per cent."""
    return pages.once(_printed_rates)


def _printed_rates(pages: AnnotatedPages) -> frozenset[Decimal]:
    return frozenset(
        value.normalize()
        for amounts in pages.amounts.values()
        for amount in amounts
        if (value := abs(amount.value(pages.decimal_mark))) <= _HIGHEST and (amount.percent or amount.places <= _PLACES)
    )
