"""Currencies in text: ISO 4217 codes, signs, names, and words of the countries that have them.

A new currency is one line in data/currencies.tsv.
"""

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from invoicy import data

_CODES_THAT_ARE_WORDS = frozenset(
    {"ALL", "BAM", "BHD", "COP", "CUP", "MAD", "MOP", "PEN", "TOP", "TRY", "GEL", "LAK"}
)  # English words and abbreviations in capitals, as in SDN BHD: codes only beside a number

# In Finland "12,00 e" is an amount in euros; in other languages "e" is a word or a variable.
_FINNISH_EURO = "e"


class Currency(Struct, frozen=True):
    """A line of data/currencies.tsv.

    signs and names: in small letters. countries: ISO 3166-1 codes of those that have it. languages: ISO 639-1 codes of
    those in which its sign means this currency. words: patterns of words that are printed in its countries.
    """

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    words: tuple[str, ...]


@cache
def currencies() -> dict[str, Currency]:
    """Return the currencies by code."""
    return {row[0]: _currency(row) for row in data.rows("currencies.tsv")}


def _currency(row: list[str]) -> Currency:
    code, *rest = row
    signs, names, countries, languages, words = (tuple(part.split("|")) if part else () for part in rest)
    return Currency(code, signs, names, countries, languages, words)


@cache
def codes_pattern() -> re.Pattern[str]:
    """Return the pattern of a code between other characters than letters; the code is its first group."""
    codes = "|".join(sorted(currencies().keys() - _CODES_THAT_ARE_WORDS))
    words = "|".join(sorted(currencies().keys() & _CODES_THAT_ARE_WORDS))
    return re.compile(rf"(?<![A-Za-z])({codes}|(?:{words})(?=\s?\d)|(?<=\d\s)(?:{words}))(?![A-Za-z])")


def code_of(sign: str, languages: tuple[str, ...]) -> str:
    """Return the code of a sign beside an amount; empty if it is not a sign.

    languages: those of the document, the first one most. Of several currencies with the sign, the one of the first
    language counts, and without one the last of the table.
    """
    if sign in currencies():
        return sign
    folded = sign.casefold().rstrip(".")
    if folded == _FINNISH_EURO and "fi" not in languages[:2]:
        return ""
    possible = with_sign(folded)
    if not possible:
        return ""
    at_home = (currency.code for language in languages for currency in possible if language in currency.languages)
    return next(at_home, possible[-1].code)


def with_sign(sign: str) -> list[Currency]:
    """Return all currencies with a sign. sign: in small letters."""
    return [currency for currency in currencies().values() if sign in currency.signs]


@cache
def _shared_signs() -> frozenset[str]:
    return frozenset(data.lines("shared_signs.txt"))


def is_shared(sign: str) -> bool:
    """Test for signs that several currencies of the world have. sign: in small letters."""
    return sign in _shared_signs()


def sharing(sign: str) -> frozenset[str]:
    """Return the codes of the currencies with a sign; of $ those of all dollars and pesos. sign: in small letters."""
    codes = frozenset(currency.code for currency in with_sign(sign))
    return codes | _with_dollar_sign() if sign == "$" else codes


def _with_dollar_sign() -> frozenset[str]:
    return frozenset(
        code for code, currency in currencies().items() if any(sign.endswith("$") for sign in currency.signs)
    )


def country_words_in(text: str) -> Counter[str]:
    """Return for each code how many different words of its countries are in a text, without zeros."""
    counts = {code: len(set(pattern.findall(text))) for code, pattern in _country_words().items()}
    return Counter({code: count for code, count in counts.items() if count})


@cache
def _country_words() -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(rf"(?<!\w)(?:{'|'.join(currency.words)})(?!\w)")
        for code, currency in currencies().items()
        if currency.words
    }


def named_in(text: str) -> str:
    """Return the code of the currency with the longest name in a text; empty without one."""
    folded = text.casefold()
    named = ((len(name), code) for code, currency in currencies().items() for name in currency.names if name in folded)
    return max(named, default=(0, ""))[1]


def of_country(country: str) -> str:
    """Return the code of the currency of a country; empty if it is not in the table. country: ISO 3166-1 code."""
    return next((code for code, currency in currencies().items() if country in currency.countries), "")


def of_language(language: str) -> str:
    """Return the code of the currency where most documents of a language are from; empty for English and others."""
    return next((code for code, currency in currencies().items() if language in currency.languages), "")
