"""The VAT rates of the countries in data/vat_rates.tsv."""

from decimal import Decimal
from functools import cache
from importlib.resources import files


@cache
def known_rates() -> frozenset[Decimal]:
    """In percent. A number that is one may be a rate without a % behind it."""
    rows = files("invoicy").joinpath("data/vat_rates.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(Decimal(rate).normalize() for row in rows for rate in row.split("\t")[2].split())
