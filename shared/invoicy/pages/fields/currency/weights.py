"""The weights of the evidence for the currency, from data/weights/currency.tsv, which also gives the reason for each.

They were set by hand on the LEARN set.
"""

from functools import cache

from invoicy import data


class CurrencyVotes(data.Numbers, frozen=True):
    beside_money: int
    beside_number: int
    column_head: int
    code: int
    sign: int
    beside_totals: int


class CurrencyScores(data.Numbers, frozen=True):
    code_at_label: float
    name_at_label: float
    sign: float
    clear_country: float
    likely_country: float
    unclear_country: float
    name: float
    identifier: float
    country: float
    language: float


class CurrencyWeights(data.Numbers, frozen=True):
    """votes: how often a print of a currency counts. scores: from 0 to 1."""

    votes: CurrencyVotes
    scores: CurrencyScores


@cache
def weights() -> CurrencyWeights:
    """Return the weights; the file is read once."""
    return data.numbers("weights/currency.tsv", CurrencyWeights)
