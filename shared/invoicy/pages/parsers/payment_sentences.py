"""Sentences that ask for payment by a date, and sentences that give a discount."""

import re
from functools import cache

from invoicy import data

# The end of a sentence: a mark after three letters, a year or a bracket, so not after an abbreviation or a day.
_END = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d{4})|(?<=\)))[.!?](?=\s|$)")

_WITHOUT_DISCOUNT = re.compile(
    r"\b(?:net|netto|netta?|ohne|sans|senza|sin|sem|zonder|utan|uten|uden|bez|full)\b", re.IGNORECASE
)

# Text after an amount or a date that may say what it is for: half a line, up to the next clause.
_AFTER = re.compile(r"[^.;(]{0,32}")


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Return start and end of the sentence around an offset."""
    ends = [match.end() for match in _END.finditer(text)]
    return max((end for end in ends if end <= at), default=0), min((end for end in ends if end > at), default=len(text))


def asks_for_payment(before: str, after: str) -> bool:
    """Test whether the text before a date asks for payment by it.

    after: the text after the date. Some languages have their word for "by" there, as Finnish and Hungarian.
    """
    if _requests().search(before):
        return True
    return any(request.search(before) and by.match(after) for request, by in _requests_with_word_after())


def gives_discount(text: str, start: int, end: int) -> bool:
    """Test whether the clause or sentence around text[start:end] gives a discount.

    The date in "2 % Skonto bis 3.5., 30 Tage netto" is for a discount; a date after a colon or after "net" is not.
    """
    if text[:start].rstrip().endswith((":", "：")):
        return False
    first, _ = sentence_at(text, start)
    after = _AFTER.match(text, end)
    clause = text[max(first, text.rfind(",", 0, start) + 1) : start] + (after.group() if after else "")
    if _WITHOUT_DISCOUNT.search(clause):
        return False
    return bool(_discounts().search(clause) or _discounts().search(text[first:start]))


@cache
def _requests() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b)(?:{'|'.join(data.lines('payment_requests.txt'))})\W*$", re.IGNORECASE)


@cache
def _requests_with_word_after() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in data.lines("payment_requests_behind.txt"))
    return tuple(
        (re.compile(rf"\b{request}\b[^.!?]{{0,60}}", re.IGNORECASE), re.compile(rf"\s?{by}", re.IGNORECASE))
        for request, by in rows
    )


@cache
def _discounts() -> re.Pattern[str]:
    return re.compile("%|" + "|".join(re.escape(line) for line in data.lines("payment_discounts.txt")), re.IGNORECASE)
