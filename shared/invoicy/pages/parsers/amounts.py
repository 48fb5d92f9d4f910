"""Amounts as printed, in every decimal and grouping style."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from invoicy.pages.parsers.currencies import currencies

_TWO_PLACES = re.compile(r"([.,])\d{2}$")
_LOWER = frozenset({"fr", "ft", "e", "zl", "kc"})  # in capitals they begin ids and words
_THOUSAND = re.compile(r"^\d{1,3}([.,])\d{3}$")
_GROUPS = re.compile(r"([.,])\d{3}\1\d{3}$")
_GAP = re.compile(r"[\s'’′ʼ‘´]")
_NO_CENTS = re.compile(r"[.,][-–—]$")
_NUMBER = (
    r"(?:\d{1,3}(?:(?P<group>[ '’′ʼ‘´]|\.|,)\d{3})(?:(?P=group)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+)"
    r"(?:[.,]\d{1,6})?(?:[.,][-–—])?"
)


@cache
def _pattern() -> re.Pattern[str]:
    """A number with its signs; the longer sign goes first, so that US$ is not $."""
    known = {sign for one in currencies().values() for sign in (one.code, *one.signs)}
    variants = {
        form for sign in known for form in (sign, sign.capitalize(), *(() if sign in _LOWER else (sign.upper(),)))
    }
    signs = "|".join(
        re.escape(sign) + (r"\.?" if sign.isalpha() else "") for sign in sorted(variants, key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w.,/])(?P<open>\()?(?P<minus>[-−–—+])?\s?(?:(?P<before>{signs})\s{{0,2}})?(?P<minus2>[-−–—])?\s?"
        rf"(?P<number>{_NUMBER})(?P<trail>-(?=\s|$))?(?:(?P<percent>\s?[%٪])|\s{{0,2}}(?P<after>{signs})(?![\w]))?"
        r"(?P<close>\))?(?![\w]|[.,/:-]\w)"
    )


class Amount(Struct, frozen=True, gc=False):
    """A number printed at text[start:end] of a segment, digits from at on.

    number: the digits and marks as printed, without the sign.
    """

    start: int
    at: int
    end: int
    text: str
    number: str
    negative: bool
    percent: bool
    sign: str

    @property
    def places(self) -> int:
        """Digits after the last mark; 0 where there is none."""
        last = max(self.number.rfind("."), self.number.rfind(","))
        tail = self.number[last + 1 :]
        return len(tail) if last >= 0 and tail.isdecimal() else 0

    def value(self, mark: str) -> Decimal:
        """The number, the document's decimal mark being "." or ","."""
        digits = plain(self.number, mark)
        return -digits if self.negative else digits


def amounts_in(text: str) -> Iterator[Amount]:
    """Numbers in a text, money and others; ids with letters, dates and phone numbers in international form are none."""
    for found in _pattern().finditer(text):
        negative = bool(found["minus"] in tuple("-−–—") or found["minus2"] or found["trail"]) or bool(
            found["open"] and found["close"] and not found["percent"]
        )
        number = _NO_CENTS.sub("", found["number"])
        sign = (found["before"] or found["after"] or "").strip()
        start = found.start() + (len(found.group()) - len(found.group().lstrip()))
        yield Amount(
            start,
            found.start("number"),
            found.end(),
            found.group().strip(),
            number,
            negative,
            bool(found["percent"]),
            sign,
        )


def plain(number: str, mark: str) -> Decimal:
    """The value of digits and marks. A single mark before three digits is read by the document's decimal mark."""
    number = _GAP.sub("", number)
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return Decimal(number)
    here, other = number[last], "," if number[last] == "." else "."
    grouped = number.count(here) > 1 or (other not in number and len(number) - last == 4 and here != mark)
    if grouped and other not in number:
        return Decimal(number.replace(here, ""))
    return Decimal(number[:last].replace(other, "").replace(here, "") + "." + number[last + 1 :])


def decimal_mark(amounts: Iterable[Amount]) -> str:
    """The mark most amounts with two places use; those with a group mark as well count three times."""
    votes: Counter[str] = Counter()
    numbers: list[str] = []
    for amount in amounts:
        numbers.append(amount.number)
        if found := _TWO_PLACES.search(amount.number):
            other = "," if found[1] == "." else "."
            votes[found[1]] += 3 if other in amount.number or _GAP.search(amount.number) else 1
        elif found := _GROUPS.search(amount.number):
            votes["," if found[1] == "." else "."] += 2
    if not votes:
        return _unlike(numbers)
    return "," if votes[","] > votes["."] else "."


def _unlike(numbers: list[str]) -> str:
    """The mark that is not time and again before three digits; for a document in which no amount has places."""
    marks = Counter(found[1] for number in numbers if (found := _THOUSAND.search(number)))
    return "," if marks["."] > max(1, marks[","]) else "."
