"""Signs and codes of currencies printed on a page."""

import re
from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.currency.weights import weights
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.amounts import Amount
from invoicy.pages.parsers.currencies import code_of, codes_pattern, is_shared
from invoicy.pages.sources.page import Word

_SIGNS = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\$|R\$)|[€£₹₺₽₴¥]|(?<=\()\$(?=\))|(?<!\w)(?:Kč|zł|Euro|EURO|euros|Euros|EUROS)(?!\w)"
)
# A code in a line of at most three words is a currency; in a longer one PLN may be a kind of steel.
_MAX_WORDS = 3

# Shorter signs of letters may be something else beside a number: Rm 1204 is a room.
_MIN_SIGN_LETTERS = 3

_RAND = "r"
_MONEY_LABELS = frozenset(
    {"currency", "gross", "due", "net", "tax", "paid", "other_amount", "column", "iban", "account"}
)


class CurrencyCandidate(Struct, frozen=True):
    """A print of a currency. currency: its code, or its sign in small letters if several currencies have it."""

    currency: str
    votes: int
    segment: Segment
    words: tuple[Word, ...]


def candidates_in(pages: AnnotatedPages, segment: Segment) -> Iterator[CurrencyCandidate]:
    """Yield the currencies beside amounts, over a column, and as codes and signs in the text."""
    yield from _beside_amounts(pages, segment)
    votes = weights().votes
    if head := _column_head(pages, segment):
        yield CurrencyCandidate(head, votes.column_head, segment, segment.words)
    if _is_about_money(pages, segment):
        for match in codes_pattern().finditer(segment.text):
            yield CurrencyCandidate(match[1], votes.code, segment, segment.words_in(*match.span()))
    for match in _SIGNS.finditer(segment.text):
        if currency := _currency_of(match[0], pages.labels.languages):
            yield CurrencyCandidate(currency, votes.sign, segment, segment.words_in(*match.span()))


def _beside_amounts(pages: AnnotatedPages, segment: Segment) -> Iterator[CurrencyCandidate]:
    for amount in pages.amounts_of(segment):
        if not amount.sign or amount.percent or _is_letter_behind(amount):
            continue
        if currency := _currency_of(amount.sign, pages.labels.languages):
            votes = _votes_of(amount, currency)
            yield CurrencyCandidate(currency, votes, segment, segment.words_in(amount.start, amount.end))


def _votes_of(amount: Amount, currency: str) -> int:
    is_money = amount.places == 2 or len(amount.sign) >= _MIN_SIGN_LETTERS or not currency.isalpha()
    return weights().votes.beside_money if is_money else weights().votes.beside_number


def _is_letter_behind(amount: Amount) -> bool:
    """Test for "195.00 R": rand are printed before the amount."""
    sign = amount.sign.casefold()
    return sign == _RAND and amount.text.rstrip().casefold().endswith(sign)


def _column_head(pages: AnnotatedPages, segment: Segment) -> str:
    """Return the currency of a sign of two letters or more that is alone in a row without digits; empty if none."""
    text = segment.text.strip("()[] ")
    if len(text) < 2 or len(segment.words) > 1 or not text.isalpha():
        return ""
    if any(c.isdigit() for other in pages.row(segment) for c in other.text):
        return ""
    return _currency_of(text, pages.labels.languages)


def _is_about_money(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test for a short line, and for one with an amount or a label of one."""
    if len(segment.words) <= _MAX_WORDS or any(amount.places == 2 for amount in pages.amounts_of(segment)):
        return True
    return any(label.fields.keys() & _MONEY_LABELS for label in pages.labels.of(segment))


def _currency_of(sign: str, languages: tuple[str, ...]) -> str:
    """Return the code of a sign, the sign itself if several currencies have it, and nothing if it is not known."""
    folded = sign.casefold().rstrip(".")
    return folded if is_shared(folded) else code_of(sign, languages)
