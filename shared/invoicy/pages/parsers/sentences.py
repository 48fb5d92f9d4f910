"""Tests of sentences on a page: one that asks for payment by a date, one that gives a discount."""

import re
from functools import cache

from invoicy import data

_END = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d{4})|(?<=\)))[.!?](?=\s|$)")


_WITHOUT_DISCOUNT = re.compile(
    r"\b(?:net|netto|netta?|ohne|sans|senza|sin|sem|zonder|utan|uten|uden|bez|full)\b", re.IGNORECASE
)


_BEHIND = re.compile(r"[^.;(]{0,32}")


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence around a place in a text."""
    ends = [found.end() for found in _END.finditer(text)]
    return max((end for end in ends if end <= at), default=0), min((end for end in ends if end > at), default=len(text))


@cache
def _requests() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b)(?:{'|'.join(data.lines('payment_requests.txt'))})\W*$", re.IGNORECASE)


@cache
def _requests_behind() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in data.lines("payment_requests_behind.txt"))
    return tuple(
        (re.compile(rf"\b{ask}\b[^.!?]{{0,60}}", re.IGNORECASE), re.compile(rf"\s?{by}", re.IGNORECASE))
        for ask, by in rows
    )


@cache
def _discounts() -> re.Pattern[str]:
    return re.compile("%|" + "|".join(re.escape(line) for line in data.lines("payment_discounts.txt")), re.IGNORECASE)


def asks_for_payment(before: str, behind: str) -> bool:
    """The text before a date asks for payment by it, in one of many languages; some say so behind it."""
    if _requests().search(before):
        return True
    return any(ask.search(before) and by.match(behind) for ask, by in _requests_behind())


def gives_discount(text: str, start: int, end: int) -> bool:
    """The sentence around text[start:end] promises a discount: 2 % Skonto bis 3.5., 30 Tage netto."""
    if text[:start].rstrip().endswith((":", "：")):
        return False
    first, _ = sentence_at(text, start)
    behind = _BEHIND.match(text, end)
    clause = text[max(first, text.rfind(",", 0, start) + 1) : start] + (behind.group() if behind else "")
    if _discounts().search(clause):
        return not _WITHOUT_DISCOUNT.search(clause)
    return bool(_discounts().search(text[first:start])) and not _WITHOUT_DISCOUNT.search(clause)
