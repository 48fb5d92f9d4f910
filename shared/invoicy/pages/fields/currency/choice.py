"""The currency of an invoice: the code at a label, else what is printed beside the amounts, else a guess."""

from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.currency.candidates import candidates_in
from invoicy.pages.fields.currency.from_countries import currency_of_sign, currency_without_sign
from invoicy.pages.fields.currency.weights import weights
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.parsers.currencies import codes_pattern, currencies, named_in, sharing

_AMOUNT_LABELS = frozenset({"gross", "due", "net", "other_amount", "column"})


def currency_of(pages: AnnotatedPages, totals: ChosenTotals | None = None) -> FieldValue[str] | None:
    """Return the currency with its place; None if nothing on the pages says what it is."""
    return (
        next(_at_label(pages), None)
        or _with_most_votes(pages, totals)
        or next(_named(pages), None)
        or currency_without_sign(pages)
    )


def _at_label(pages: AnnotatedPages) -> Iterator[FieldValue[str]]:
    """Yield codes and names after a label of the currency, in its segment or in the next one of its row."""
    for label, _ in pages.labels.named("currency"):
        for segment in (label.segment, *pages.row(label.segment)[label.segment.column + 1 :][:1]):
            start = segment.starts[label.end - 1] if segment is label.segment else 0
            if match := codes_pattern().search(segment.text, start):
                words = segment.words_in(*match.span())
                yield FieldValue.of(match[1], segment, words, weights().scores.code_at_label, "label")
            elif code := named_in(segment.text[start:]):
                yield FieldValue.of(code, segment, segment.words, weights().scores.name_at_label, "label")


def _with_most_votes(pages: AnnotatedPages, totals: ChosenTotals | None) -> FieldValue[str] | None:
    """Return the currency that is printed most, at its first place; None if none is printed."""
    votes: Counter[str] = Counter()
    first: dict[str, FieldValue[str]] = {}
    for segment in pages.segments:
        for candidate in candidates_in(pages, segment):
            votes[candidate.currency] += candidate.votes
            value = FieldValue.of(candidate.currency, segment, candidate.words, weights().scores.sign, "sign")
            first.setdefault(candidate.currency, value)
    if not votes:
        return None
    beside = _beside_totals(pages, totals) if totals else set()
    if len(beside) == 1:
        votes[beside.pop()] += weights().votes.beside_totals
    most = max(votes, key=lambda currency: votes[currency])
    return _with_code(pages, first[most], votes)


def _beside_totals(pages: AnnotatedPages, totals: ChosenTotals) -> set[str]:
    """Return the currencies at the gross and the amount due and to the left of them."""
    rows = {amount.row: amount.segment for amount in (totals.gross, totals.due) if amount}
    near = (segment for total in rows.values() for segment in pages.row(total)[: total.column + 1])
    return {candidate.currency for segment in near for candidate in candidates_in(pages, segment)}


def _with_code(pages: AnnotatedPages, printed: FieldValue[str], votes: Counter[str]) -> FieldValue[str]:
    """Return the code of a sign: one that is printed as well, else that of the country which the page is about."""
    if printed.value in currencies():
        return printed
    shared = sharing(printed.value)
    code = next((code for code, _ in votes.most_common() if code in shared), None)
    if code is None:
        return currency_of_sign(pages, printed)
    return FieldValue(code, printed.page, printed.words, printed.text, weights().scores.sign, "sign")


def _named(pages: AnnotatedPages) -> Iterator[FieldValue[str]]:
    """Yield currencies named in words, in a head of amounts or in capitals, as amounts in words are printed."""
    for segment in pages.segments:
        is_head = any(label.fields.keys() & _AMOUNT_LABELS for label in pages.labels.of(segment))
        if (is_head or segment.text.isupper()) and (code := named_in(segment.text)):
            yield FieldValue.of(code, segment, segment.words, weights().scores.name, "name")
