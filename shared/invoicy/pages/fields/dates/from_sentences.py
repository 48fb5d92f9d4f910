"""Dates in sentences that ask for payment by a date or give a discount up to it."""

from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot
from invoicy.pages.annotated.wrapped_lines import WrappedSlot, wraps_of
from invoicy.pages.fields.dates.candidates import DateCandidates, DatePlace
from invoicy.pages.fields.dates.evidence import DateEvidence
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.parsers.dates import DateToken, dates_in
from invoicy.pages.parsers.payment_sentences import asks_for_payment, gives_discount

_SENTENCE_WORDS = 4  # words from which a line can be a sentence that goes on: Please pay this by
_DATE_LETTERS = 20  # letters at the start of the next line; the longest date, 30 September 2020, has 17
_TRUST = 0.9  # trust in a sentence as a place of a date; not used by the choice, which has kinds for sentences


def add_dates_from_sentences(candidates: DateCandidates) -> None:
    """Add the dates of sentences in one line or two: Please pay 120.00 by 8 February."""
    for segment in candidates.pages.segments:
        slot = ValueSlot(segment, 0, len(segment.text), Relation.SENTENCE, _TRUST)
        for token in candidates.pages.dates_of(segment):
            _read_sentence(candidates, segment, token, slot)
        for token, wrapped in _in_next_line(candidates.pages, slot):
            _read_sentence(candidates, segment, token, wrapped)


def _read_sentence(
    candidates: DateCandidates, segment: Segment, token: DateToken, slot: ValueSlot | WrappedSlot
) -> None:
    if token.compact:
        return
    if gives_discount(slot.text, token.start, token.end):
        if isinstance(slot, ValueSlot) or is_sentence(segment):
            candidates.add(DatePlace(token, slot, DateEvidence.FOR_A_DISCOUNT, 1.0))
    elif asks_for_payment(slot.text[: token.start], slot.text[token.end :]):
        candidates.add(DatePlace(token, slot, DateEvidence.ASKED_FOR_IN_A_SENTENCE, 1.0))


def _in_next_line(pages: AnnotatedPages, slot: ValueSlot) -> Iterator[tuple[DateToken, WrappedSlot]]:
    """Yield the first date near the start of the next line, if the sentence goes on there."""
    wrapped = next(wraps_of(pages, slot), None) if len(slot.segment.words) >= _SENTENCE_WORDS else None
    if wrapped is None:
        return
    begin = wrapped.offsets[1]
    if any(c.isdigit() for c in wrapped.lines[1].text[:_DATE_LETTERS]):
        token = next((token for token in dates_in(wrapped.text) if token.end > begin), None)
        if token and token.start < begin + _DATE_LETTERS:
            yield token, wrapped
