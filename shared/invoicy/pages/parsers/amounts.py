"""Amounts as printed, in every decimal and grouping style."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from invoicy.pages.parsers.currencies import currencies

_MINUS = "-−–—"
_SMALL_SIGNS = frozenset({"fr", "ft", "e", "zl", "kc"})  # in capitals they begin identifiers and words
_TWO_PLACES = re.compile(r"([.,])\d{2}$")
_THOUSAND = re.compile(r"^\d{1,3}([.,])\d{3}$")
_MILLION = re.compile(r"([.,])\d{3}\1\d{3}$")
_GAP = re.compile(r"[\s'’′ʼ‘´]")
_NO_CENTS = re.compile(r"[.,][-–—]$")  # 1.234,-
_NUMBER = (
    r"(?:\d{1,3}(?:(?P<group>[ '’′ʼ‘´]|\.|,)\d{3})(?:(?P=group)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+)"
    r"(?:[.,]\d{1,6})?(?:[.,][-–—])?"
)

# 1.234,56 shows both marks, and 1.234.567 the one between groups; the 12,34 of a date or a rate shows less.
_GROUPED_VOTES, _MILLION_VOTES = 3, 2


class Amount(Struct, frozen=True, gc=False):
    """A number printed at text[start:end] with its signs; its digits begin at text[digits_start].

    number: digits and marks without the sign. sign: the sign or code of a currency, as printed.
    """

    start: int
    digits_start: int
    end: int
    text: str
    number: str
    negative: bool
    percent: bool
    sign: str

    @property
    def places(self) -> int:
        """Digits after the last mark; 0 without one."""
        last = max(self.number.rfind("."), self.number.rfind(","))
        tail = self.number[last + 1 :]
        return len(tail) if last >= 0 and tail.isdecimal() else 0

    def value(self, mark: str) -> Decimal:
        """Return the number. mark: the decimal mark of the document, "." or ","."""
        digits = plain(self.number, mark)
        return -digits if self.negative else digits


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the numbers in a text, of money and others, but not those in identifiers, dates and telephone numbers."""
    for match in _pattern().finditer(text):
        printed = match.group()
        yield Amount(
            start=match.start() + len(printed) - len(printed.lstrip()),
            digits_start=match.start("number"),
            end=match.end(),
            text=printed.strip(),
            number=_NO_CENTS.sub("", match["number"]),
            negative=_is_negative(match),
            percent=bool(match["percent"]),
            sign=(match["before"] or match["after"] or "").strip(),
        )


def _is_negative(match: re.Match[str]) -> bool:
    """Test for a minus sign before or after the number, and for brackets around it: (100.00)."""
    if match["minus2"] or match["trail"] or (match["minus"] or "+") in _MINUS:
        return True
    return bool(match["open"] and match["close"] and not match["percent"])


def plain(number: str, mark: str) -> Decimal:
    """Return the value of digits and marks. mark: the decimal mark, for a single mark before three digits."""
    number = _GAP.sub("", number)
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return Decimal(number)
    here = number[last]
    other = "," if here == "." else "."
    is_thousand = other not in number and len(number) - last == 4 and here != mark
    if other not in number and (number.count(here) > 1 or is_thousand):
        return Decimal(number.replace(here, ""))
    whole = number[:last].replace(other, "").replace(here, "")
    return Decimal(f"{whole}.{number[last + 1 :]}")


def decimal_mark(amounts: Iterable[Amount]) -> str:
    """Return the decimal mark of a document, "." or ",": that of most of its amounts."""
    numbers = [amount.number for amount in amounts]
    votes: Counter[str] = Counter()
    for number in numbers:
        if match := _TWO_PLACES.search(number):
            is_grouped = _other(match[1]) in number or _GAP.search(number)
            votes[match[1]] += _GROUPED_VOTES if is_grouped else 1
        elif match := _MILLION.search(number):
            votes[_other(match[1])] += _MILLION_VOTES
    if not votes:
        return _mark_without_places(numbers)
    return "," if votes[","] > votes["."] else "."


def _other(mark: str) -> str:
    return "," if mark == "." else "."


def _mark_without_places(numbers: list[str]) -> str:
    """Return the mark that is not between thousands, for a document with whole amounts alone."""
    marks = Counter(match[1] for number in numbers if (match := _THOUSAND.search(number)))
    return "," if marks["."] > max(1, marks[","]) else "."


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a number with its signs; longer signs go first, so that US$ is not read as $."""
    signs = "|".join(
        re.escape(sign) + (r"\.?" if sign.isalpha() else "") for sign in sorted(_sign_forms(), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w.,/])(?P<open>\()?(?P<minus>[-−–—+])?\s?(?:(?P<before>{signs})\s{{0,2}})?(?P<minus2>[-−–—])?\s?"
        rf"(?P<number>{_NUMBER})(?P<trail>-(?=\s|$))?(?:(?P<percent>\s?[%٪])|\s{{0,2}}(?P<after>{signs})(?![\w]))?"
        r"(?P<close>\))?(?![\w]|[.,/:-]\w)"
    )


def _sign_forms() -> set[str]:
    """Return the codes and signs of all currencies, as they are and in capitals."""
    known = {sign for currency in currencies().values() for sign in (currency.code, *currency.signs)}
    capitals = {sign.upper() for sign in known - _SMALL_SIGNS}
    return known | capitals | {sign.capitalize() for sign in known}
