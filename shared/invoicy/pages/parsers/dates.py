"""Dates as printed, in every order and language. A new date format is a pattern here; a month's name is in data."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct, structs

from invoicy.pages.parsers.months import numbers_of

# Years outside are numbers: invoices that are read are not older, and no due date is later.
_MIN_YEAR, _MAX_YEAR = 1975, 2059

_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>\d{4})\s?(?P<s>[-./])\s{0,2}(?P<m>\d{1,2})\s?(?P=s)\s{0,2}(?P<d>\d{1,2})\.?"
    r"|(?P<a>\d{1,2})\s?(?P<t>[-./])\s{0,2}(?P<b>\d{1,2})\s?(?P=t)\s{0,2}(?P<z>\d{4}|\d{2}))(?:(?=T\d)|(?![\w]|[./-]\d|,\d))"
)  # 2020-03-05, 05.03.2020, 5/3/20
_COMPACT = re.compile(
    r"(?<![\w.,/-])(?P<y>20\d\d|19[89]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w.,/-])"
)  # 20200305
_WORDED = re.compile(
    r"(?<![\w.,/])(?P<d>\d{1,2})(?:st|nd|rd|th|er|ère|re|º|°|ª|\.)?[\s\-/]{0,2}(?:(?:de|of|den|da)\s|d[’'])?"
    r"(?P<m>[^\W\d_]{3,12})\.?[\s\-/,’']{0,3}(?:(?:de|del|of)\s)?(?P<y>\d{4}|\d{2})(?![\w]|[.,/]\d)"
    r"|(?<![\w])(?P<m2>[^\W\d_]{3,12})\.?\s{0,2}(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s?,?\s{0,2}(?P<y2>\d{4})(?![\w]|[.,/]\d)"
    r"|(?<![\w.,/])(?P<y3>\d{4})\.?[\s\-/]{1,2}(?:g\.\s)?(?P<m3>[^\W\d_]{3,12})\.?[\s\-/]{1,2}(?P<d3>\d{1,2})(?!\w|[.,]\d)"
)  # 5. März 2020, 5 de marzo de 2020; March 5, 2020; 2020. március 5.
_VIETNAMESE = re.compile(
    r"(?i)\bngày\s(?P<d>\d{1,2})\stháng\s(?P<m>\d{1,2})\snăm\s(?P<y>\d{4})"
)  # ngày 5 tháng 3 năm 2020
_IDEOGRAPHIC = re.compile(r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")  # 2020年3月5日


class DateToken(Struct, frozen=True, gc=False):
    """A date printed at text[start:end].

    day_first and month_first: its value in that order; None if it is not a date in that order. compact: printed
    without marks, as 20200305. by_language: its values where the name of the month depends on the language.
    """

    start: int
    end: int
    text: str
    day_first: date | None
    month_first: date | None
    compact: bool = False
    by_language: tuple[tuple[str, date], ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Both orders give a date, and not the same."""
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first

    def value(self, *, month_first: bool) -> date:
        """Return the date in the order of the document; in the other order if it is not a date in that."""
        first, second = (self.month_first, self.day_first) if month_first else (self.day_first, self.month_first)
        value = first or second
        assert value is not None  # noqa: S101  a token has at least one value
        return value

    def in_languages(self, languages: tuple[str, ...]) -> "DateToken":
        """Return the date as the first of the languages that has its month names it."""
        values = dict(self.by_language)
        value = next((values[language] for language in languages if language in values), None)
        return structs.replace(self, day_first=value, month_first=value) if value else self


def dates_in(text: str) -> list[DateToken]:
    """Return the dates in a text in their order; of two that overlap the one in the more common format."""
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
    """Yield dates of numbers with two equal marks; where the year comes last, in both orders of day and month."""
    for match in _NUMERIC.finditer(text):
        if match["y"]:
            day = month = _date(match["y"], match["m"], match["d"]) or _date(match["y"], match["d"], match["m"])
        else:
            day = _date(match["z"], match["b"], match["a"])
            month = _date(match["z"], match["a"], match["b"])
        if day or month:
            yield DateToken(match.start(), match.end(), match.group().strip(), day, month)


def _worded(text: str) -> Iterator[DateToken]:
    """Yield dates with the name of a month. Matches may overlap: of "2 net 5 May 2020" the second one is a date."""
    at = 0
    while match := _WORDED.search(text, at):
        at = match.start() + 1
        values = tuple(_named_dates(match))
        if values:
            at = match.end()
            _, value = values[0]
            by_language = values if any(other != value for _, other in values) else ()
            token = DateToken(match.start(), match.end(), match.group().strip(), value, value, by_language=by_language)
            yield token


def _named_dates(match: re.Match[str]) -> Iterator[tuple[str, date]]:
    """Yield the languages in which a match names a month, with the date in each."""
    year, name, day = (match[group] or match[f"{group}2"] or match[f"{group}3"] for group in "ymd")
    for language, number in numbers_of(name).items():
        if value := _date(year, str(number), day):
            yield language, value


def _certain(pattern: re.Pattern[str], text: str, *, compact: bool = False) -> Iterator[DateToken]:
    """Yield dates of a format that has only one order."""
    for match in pattern.finditer(text):
        value = _date(match["y"], match["m"], match["d"])
        if value:
            yield DateToken(match.start(), match.end(), match.group(), value, value, compact)


def _date(year: str, month: str, day: str) -> date | None:
    """Return the date; None if it does not exist. Years of two digits are of this century."""
    number = int(year) + (2000 if len(year) == 2 else 0)
    if not _MIN_YEAR <= number <= _MAX_YEAR:
        return None
    with suppress(ValueError):
        return date(number, int(month), int(day))
    return None
