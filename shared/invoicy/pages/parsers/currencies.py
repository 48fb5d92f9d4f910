"""Currencies: ISO 4217 codes, the signs and names that stand for them, and where they are at home."""

import re
from collections import Counter
from functools import cache

from msgspec import Struct

from invoicy import data


class Currency(Struct, frozen=True):
    """A row of data/currencies.tsv. words: patterns of what a page says in the countries where it is at home."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    words: tuple[str, ...]


_WORDS = frozenset({"ALL", "BAM", "BHD", "COP", "CUP", "MAD", "MOP", "PEN", "TOP", "TRY", "GEL", "LAK"})


@cache
def currencies() -> dict[str, Currency]:
    """By code."""
    return {row[0]: _currency(row) for row in data.rows("currencies.tsv")}


def _currency(row: list[str]) -> Currency:
    code, *rest = row
    signs, names, countries, languages, words = (tuple(part.split("|")) if part else () for part in rest)
    return Currency(code, signs, names, countries, languages, words)


@cache
def codes_pattern() -> re.Pattern[str]:
    """A code that stands by itself; ALL, TRY and SDN BHD are words as well, codes only beside a number."""
    codes = "|".join(sorted(currencies().keys() - _WORDS))
    words = "|".join(sorted(currencies().keys() & _WORDS))
    return re.compile(rf"(?<![A-Za-z])({codes}|(?:{words})(?=\s?\d)|(?<=\d\s)(?:{words}))(?![A-Za-z])")


def code_of(sign: str, languages: tuple[str, ...]) -> str:
    """ISO code of a sign printed beside an amount, the likeliest in the document's languages; empty for no sign."""
    if sign in currencies():
        return sign
    folded = sign.casefold().rstrip(".")
    if folded == "e" and "fi" not in languages[:2]:
        return ""
    found = with_sign(folded)
    at_home = (one.code for language in languages for one in found if language in one.languages)
    if not found:
        return ""
    return next(at_home, found[-1].code)


def with_sign(sign: str) -> list[Currency]:
    """All currencies that are printed with a sign, in small letters."""
    return [one for one in currencies().values() if sign in one.signs]


def spoken_of(text: str) -> Counter[str]:
    """The number of words of its countries that a text has, by code."""
    return Counter({code: count for code, pattern in _words().items() if (count := len(set(pattern.findall(text))))})


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(rf"(?<!\w)(?:{'|'.join(one.words)})(?!\w)") for code, one in currencies().items() if one.words
    }


def named_in(text: str) -> str:
    """ISO code of a currency that the text names in words; empty where it names none."""
    folded = text.casefold()
    named = ((len(name), one.code) for one in currencies().values() for name in one.names if name in folded)
    return max(named, default=(0, ""))[1]


def of_country(country: str) -> str:
    """ISO code of the currency of a country, by ISO 3166 code; empty where it is not known."""
    return next((one.code for one in currencies().values() if country in one.countries), "")


def of_language(language: str) -> str:
    """ISO code of the currency where a language is mostly printed; empty where that is no one country."""
    return next((one.code for one in currencies().values() if language in one.languages), "")
