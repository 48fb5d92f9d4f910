"""Dates as printed, in every order and language."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.pages.lexicon.folding import fold

_OLDEST, _NEWEST = 1975, 2059
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>\d{4})\s?(?P<s>[-./])\s{0,2}(?P<m>\d{1,2})\s?(?P=s)\s{0,2}(?P<d>\d{1,2})\.?"
    r"|(?P<a>\d{1,2})\s?(?P<t>[-./])\s{0,2}(?P<b>\d{1,2})\s?(?P=t)\s{0,2}(?P<z>\d{4}|\d{2}))(?:(?=T\d)|(?![\w]|[./-]\d|,\d))"
)
_COMPACT = re.compile(r"(?<![\w.,/-])(?P<y>20\d\d|19[89]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w.,/-])")
_WORDED = re.compile(
    r"(?<![\w.,/])(?P<d>\d{1,2})(?:st|nd|rd|th|er|ère|re|º|°|ª|\.)?[\s\-/]{0,2}(?:(?:de|of|den|da)\s|d[’'])?"
    r"(?P<m>[^\W\d_]{3,12})\.?[\s\-/,’']{0,3}(?:(?:de|del|of)\s)?(?P<y>\d{4}|\d{2})(?![\w]|[.,/]\d)"
    r"|(?<![\w])(?P<m2>[^\W\d_]{3,12})\.?\s{0,2}(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s?,?\s{0,2}(?P<y2>\d{4})(?![\w]|[.,/]\d)"
    r"|(?<![\w.,/])(?P<y3>\d{4})\.?[\s\-/]{1,2}(?:g\.\s)?(?P<m3>[^\W\d_]{3,12})\.?[\s\-/]{1,2}(?P<d3>\d{1,2})(?!\w|[.,]\d)"
)
_VIETNAMESE = re.compile(r"(?i)\bngày\s(?P<d>\d{1,2})\stháng\s(?P<m>\d{1,2})\snăm\s(?P<y>\d{4})")
_IDEOGRAPHIC = re.compile(r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")


class DateToken(Struct, frozen=True, gc=False):
    """A date printed at text[start:end]. day_first and month_first: its value read in that order, where it has one."""

    start: int
    end: int
    text: str
    day_first: date | None
    month_first: date | None
    compact: bool = False

    @property
    def ambiguous(self) -> bool:
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first

    def value(self, *, month_first: bool) -> date:
        """The date in the document's order; the other order where it has none in that."""
        first, second = (self.month_first, self.day_first) if month_first else (self.day_first, self.month_first)
        found = first or second
        assert found is not None  # noqa: S101  a token has at least one value
        return found


def dates_in(text: str) -> list[DateToken]:
    """Dates in a text, in their order."""
    tokens: list[DateToken] = []
    for token in (
        *_numeric(text),
        *_worded(text),
        *_certain(_IDEOGRAPHIC, text),
        *_certain(_VIETNAMESE, text),
        *_certain(_COMPACT, text, compact=True),
    ):
        if not any(token.start < other.end and other.start < token.end for other in tokens):
            tokens.append(token)
    return sorted(tokens, key=lambda token: token.start)


def _numeric(text: str) -> Iterator[DateToken]:
    for found in _NUMERIC.finditer(text):
        if found["y"]:
            day = month = _date(found["y"], found["m"], found["d"]) or _date(found["y"], found["d"], found["m"])
        else:
            day = _date(found["z"], found["b"], found["a"])
            month = _date(found["z"], found["a"], found["b"])
        if day or month:
            yield DateToken(found.start(), found.end(), found.group().strip(), day, month)


def _worded(text: str) -> Iterator[DateToken]:
    at = 0
    while found := _WORDED.search(text, at):
        at = found.start() + 1
        month = months().get(fold(found["m"] or found["m2"] or found["m3"]))
        value = month and _date(
            found["y"] or found["y2"] or found["y3"], str(month), found["d"] or found["d2"] or found["d3"]
        )
        if value:
            at = found.end()
            yield DateToken(found.start(), found.end(), found.group().strip(), value, value)


def _certain(pattern: re.Pattern[str], text: str, *, compact: bool = False) -> Iterator[DateToken]:
    for found in pattern.finditer(text):
        value = _date(found["y"], found["m"], found["d"])
        if value:
            yield DateToken(found.start(), found.end(), found.group(), value, value, compact)


def _date(year: str, month: str, day: str) -> date | None:
    number = int(year) + (2000 if len(year) == 2 else 0)
    if not _OLDEST <= number <= _NEWEST:
        return None
    with suppress(ValueError):
        return date(number, int(month), int(day))
    return None


@cache
def months() -> dict[str, int]:
    """Folded name, case forms and abbreviations of every month -> its number."""
    of_languages = (names for _, *names in data.rows("months.tsv"))
    numbered = (pair for names in of_languages for pair in enumerate(names, 1))
    return {fold(name): number for number, names in numbered for name in names.split("|")}
