"""The VAT rates of countries since a date, in per cent, from data/vat_rates.tsv."""

from datetime import date
from decimal import Decimal
from functools import cache

from invoicy import data

_VAT_COUNTRY = {"EL": "GR", "XI": "GB"}  # prefixes of VAT identifiers that are not ISO 3166-1 codes


@cache
def _rates() -> dict[str, list[tuple[date, frozenset[Decimal]]]]:
    """Return each country's rates since a date, the newest first."""
    rates: dict[str, list[tuple[date, frozenset[Decimal]]]] = {}
    for country, since, values in data.rows("vat_rates.tsv"):
        rates.setdefault(country, []).append((date.fromisoformat(since), frozenset(map(Decimal, values.split()))))
    return rates


def rates_of_country(country: str, on: date) -> frozenset[Decimal]:
    """Return the VAT rates of a country on a day; empty where they are not known here."""
    of_country = _rates().get(_VAT_COUNTRY.get(country, country), [])
    return next((rates for since, rates in of_country if since <= on), frozenset())


@cache
def rates_of_all_countries() -> frozenset[Decimal]:
    """Return every rate of any country at any time. A number among them may be a rate without a % behind it."""
    return frozenset(rate.normalize() for dated in _rates().values() for _, rates in dated for rate in rates)
