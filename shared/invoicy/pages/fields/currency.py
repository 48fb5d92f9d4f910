"""The currency of an invoice: a code or sign by its amounts, or else what country the page speaks of."""

import re
from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.region import is_american
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.currencies import (
    code_of,
    codes_pattern,
    currencies,
    named_in,
    of_country,
    of_language,
    spoken_of,
    with_sign,
)
from invoicy.pages.parsers.identifiers import ibans_in, vat_ids_in
from invoicy.pages.sources.page import Word

_SIGNS = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\$|R\$)|[€£₹₺₽₴¥]|(?<=\()\$(?=\))|(?<!\w)(?:Kč|zł|Euro|EURO|euros|Euros|EUROS)(?!\w)"
)
_NAMED = ("gross", "due", "net", "other_amount", "column")
_SHARED = frozenset({"$", "kr", "r", "rs", "sr", "¥"})
_LEAST_WORDS = 2
_LETTERS = 3  # Rm 1204 is a room
_FEW = 3
_MONEY = frozenset({"currency", "gross", "due", "net", "tax", "paid", "other_amount", "column", "iban", "account"})
_CERTAIN = 0.9
_BESIDE_TOTALS = 20


def currency_of(pages: AnnotatedPages, totals: ChosenTotals | None = None) -> FieldValue[str] | None:
    """The code or sign that stands with most amounts, the chosen totals first; a code said to be the currency wins."""
    labelled = next(_labelled(pages), None)
    if labelled:
        return labelled
    votes: Counter[str] = Counter()
    first: dict[str, FieldValue[str]] = {}
    for segment in pages.segments:
        for sign, weight, words in _signs(pages, segment):
            votes[sign] += weight
            first.setdefault(sign, FieldValue.of(sign, segment, words, _CERTAIN, "sign"))
    if not votes:
        return _named(pages) or _of_country(pages)
    said = _beside_totals(pages, totals) if totals else set()
    if len(said) == 1:
        votes[said.pop()] += _BESIDE_TOTALS
    sign = max(votes, key=lambda one: votes[one])
    return _resolved(pages, first[sign], votes)


def _beside_totals(pages: AnnotatedPages, totals: ChosenTotals) -> set[str]:
    """Signs and codes with the gross and with the amount due, or before them in their row."""
    rows = {(one.segment.page, one.segment.row): one.segment for one in (totals.gross, totals.due) if one}
    near = (one for segment in rows.values() for one in pages.row(segment)[: segment.column + 1])
    return {sign for segment in near for sign, _, _ in _signs(pages, segment)}


def _resolved(pages: AnnotatedPages, found: FieldValue[str], votes: Counter[str]) -> FieldValue[str]:
    """A code, or of a sign that several countries share the one the page speaks of."""
    sign = found.value
    if sign in currencies():
        return found
    shared = {one.code for one in with_sign(sign)} | (set(_dollars()) if sign == "$" else set())
    said = [code for code, _ in votes.most_common() if code in shared]
    if said:
        return FieldValue(said[0], found.page, found.words, found.text, _CERTAIN, "sign")
    spoken = Counter({code: count for code, count in spoken_of(_text(pages)).items() if code in shared})
    usual = code_of(sign, pages.labels.languages)
    likely = max(shared | {usual}, key=lambda code: (spoken[code], code == usual, code))
    method = "sign and country" if spoken[likely] else "sign"
    chosen = FieldValue(likely, found.page, found.words, found.text, _sureness(likely, spoken), method)
    rivals = (code for code in sorted(shared | {usual}) if spoken[code] or code == usual)
    return chosen.beside(
        FieldValue(code, found.page, found.words, found.text, _sureness(code, spoken), method) for code in rivals
    )


def _sureness(code: str, spoken: Counter[str]) -> float:
    """By how much the page speaks more of a country than of the others that have the sign."""
    rival = max((count for other, count in spoken.items() if other != code), default=0)
    lead = spoken[code] - rival
    return 0.75 if lead > 1 else 0.6 if lead == 1 else 0.4


def _dollars() -> Iterator[str]:
    return (code for code, one in currencies().items() if any(sign.endswith("$") for sign in one.signs))


def _text(pages: AnnotatedPages) -> str:
    return "\n".join(segment.text for segment in pages.segments)


def _labelled(pages: AnnotatedPages) -> Iterator[FieldValue[str]]:
    for label, _ in pages.labels.named("currency"):
        segments = [label.segment, *pages.row(label.segment)[label.segment.column + 1 :][:1]]
        for segment in segments:
            start = segment.starts[label.end - 1] if segment is label.segment else 0
            if found := codes_pattern().search(segment.text, start):
                yield FieldValue.of(found[1], segment, segment.words_in(*found.span()), 0.97, "label")
            elif code := named_in(segment.text[start:]):
                yield FieldValue.of(code, segment, segment.words, 0.9, "label")


def _signs(pages: AnnotatedPages, segment: Segment) -> Iterator[tuple[str, int, tuple[Word, ...]]]:
    for amount in pages.amounts_of(segment):
        is_behind = amount.text.rstrip().casefold().endswith(amount.sign.casefold())
        is_rand = not is_behind or amount.sign.casefold() != "r"
        sign = _meaning(amount.sign, pages.labels.languages) if amount.sign and is_rand else ""
        if sign and not amount.percent:
            is_money = amount.places == 2 or not (sign.isalpha() and len(amount.sign) < _LETTERS)
            yield sign, 3 if is_money else 1, segment.words_in(amount.start, amount.end)
    if head := _head(pages, segment):
        yield head, 3, segment.words
    for found in codes_pattern().finditer(segment.text) if _speaks_of_money(pages, segment) else ():
        yield found[1], 2, segment.words_in(*found.span())
    for found in _SIGNS.finditer(segment.text):
        if sign := _meaning(found[0], pages.labels.languages):
            yield sign, 1, segment.words_in(*found.span())


def _speaks_of_money(pages: AnnotatedPages, segment: Segment) -> bool:
    """An amount or a word for one stands in it, or nothing but the code: PLN may be plain steel, CHF a weak heart."""
    if len(segment.words) <= _FEW or any(one.places == 2 for one in pages.amounts_of(segment)):
        return True
    return any(label.fields.keys() & _MONEY for label in pages.labels.of(segment))


def _head(pages: AnnotatedPages, segment: Segment) -> str:
    """A sign alone in a row without digits, as over a column of amounts; one letter is none."""
    text = segment.text.strip("()[] ")
    if len(text) < 2 or len(segment.words) > 1 or not text.isalpha():
        return ""
    is_head = not any(c.isdigit() for other in pages.row(segment) for c in other.text)
    return _meaning(text, pages.labels.languages) if is_head else ""


def _meaning(sign: str, languages: tuple[str, ...]) -> str:
    """The code of a sign, or the sign itself where several currencies have it."""
    folded = sign.casefold().rstrip(".")
    return folded if folded in _SHARED else code_of(sign, languages)


def _named(pages: AnnotatedPages) -> FieldValue[str] | None:
    """The amount in words, or a head of amounts, that names the currency."""
    for segment in pages.segments:
        is_head = any(label.fields.keys() & set(_NAMED) for label in pages.labels.of(segment))
        if (is_head or segment.text.isupper()) and (code := named_in(segment.text)):
            return FieldValue.of(code, segment, segment.words, 0.6, "name")
    return None


def _of_country(pages: AnnotatedPages) -> FieldValue[str] | None:
    """The currency of the country of a VAT id, an IBAN or words, else of the language; for pages that print none."""
    for segment in pages.segments:
        for one in (*ibans_in(segment.text), *vat_ids_in(segment.text)):
            country = one.value[:2].replace("EL", "GR")
            code = of_country(country)
            if code and one.sure:
                return FieldValue.of(code, segment, segment.words_in(one.start, one.end), 0.4, "country")
    spoken = spoken_of(_text(pages)).most_common(2)
    clear = spoken and spoken[0][1] >= _LEAST_WORDS and (len(spoken) == 1 or spoken[0][1] > spoken[1][1])
    code = (
        spoken[0][0] if clear else "USD" if is_american(pages) else of_language(next(iter(pages.labels.languages), ""))
    )
    label = next(pages.labels.named("gross", "due", "net", "tax"), None)
    if not code or label is None:
        return None
    return FieldValue.of(
        code, label[0].segment, label[0].segment.words, 0.4 if clear else 0.3, "country" if clear else "language"
    )
