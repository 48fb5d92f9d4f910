"""Dates on the pages, each once, with the places that print it and the evidence of these places."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot
from invoicy.pages.annotated.wrapped_lines import WrappedSlot
from invoicy.pages.fields.dates.evidence import DateEvidence
from invoicy.pages.fields.place_evidence import place_evidence
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.dates import DateToken
from invoicy.pages.scoring.choice import Candidate
from invoicy.pages.sources.page import Word

_TOWN = re.compile(r"^[^\W\d_][^\d:]{1,30},\s*(?:den|le|am|dnia|dne|li|lì|a|em|på)?\s*$")  # Köln, den 3. Mai
_HIGH = 0.3  # share of the page's height; the window of a letter ends here (DIN 5008: 90 mm of 297 mm)
_PERIOD_LETTERS = 12  # letters between two dates; enough for a dash or the word to, too few for another label
_PRINTED_TRUST = 0.5  # trust in a date without a label; not used by the choice, which has kinds for its place
_PRICE_PLACES = 2  # decimal places of an amount of money in most currencies


class DatePlace(Struct, frozen=True):
    """A place where a date is printed. kind: the evidence that led to it. strength: of that evidence, 0 to 1."""

    token: DateToken
    slot: ValueSlot | WrappedSlot
    kind: str
    strength: float

    @property
    def words(self) -> tuple[Word, ...]:
        return self.slot.words(self.token.start - self.slot.start, self.token.end - self.slot.start)


class DateCandidate(Candidate):
    """A date and all the places that print it."""

    value: date
    places: list[DatePlace]


class DateCandidates:
    """All dates of a document, by value. month_first: how 3/4/2020 is read."""

    def __init__(self, pages: AnnotatedPages, *, month_first: bool) -> None:
        self.pages, self.month_first = pages, month_first
        self.by_value: dict[date, DateCandidate] = {}
        self._items: frozenset[Row] = item_rows(pages)

    def add(self, place: DatePlace) -> None:
        """Add a place to the date that it prints."""
        value = place.token.value(month_first=self.month_first)
        candidate = self.by_value.setdefault(value, DateCandidate(value, []))
        candidate.places.append(place)
        candidate.note(place.kind, place.strength)
        for kind, holds in self._place(place):
            if holds:
                candidate.note(kind)

    def _place(self, place: DatePlace) -> Iterator[tuple[str, bool]]:
        segment, token = place.slot.segment, place.token
        yield from place_evidence(self.pages, self._items, segment, _HIGH)
        yield DateEvidence.IN_A_SENTENCE, is_sentence(segment)
        yield from _around(place)
        yield DateEvidence.OF_A_PERIOD, _is_of_period(self.pages, segment, token)
        yield DateEvidence.AMOUNTS_IN_ITS_ROW, _has_prices_beside(self.pages, segment)
        yield DateEvidence.NO_SEPARATORS, token.compact


def add_printed_dates(candidates: DateCandidates) -> None:
    """Add every date in the lines of the pages."""
    for segment in candidates.pages.segments:
        for token in candidates.pages.dates_of(segment):
            slot = ValueSlot(segment, 0, len(segment.text), Relation.ALONE, _PRINTED_TRUST)
            candidates.add(DatePlace(token, slot, DateEvidence.PRINTED, 1.0))


def _around(place: DatePlace) -> Iterator[tuple[DateEvidence, bool]]:
    """Yield the evidence of the text before and after the date in its line."""
    token, text = place.token, place.slot.segment.text
    before = place.slot.text[: max(0, token.start - place.slot.start)]
    yield DateEvidence.ALONE, not before.strip() and token.end >= len(text.rstrip()) - 1
    yield DateEvidence.BEHIND_A_TOWN, bool(_TOWN.match(before)) and token.end >= len(text) - 2
    yield DateEvidence.IN_BRACKETS, before.rstrip().endswith("(")


def _is_of_period(pages: AnnotatedPages, segment: Segment, token: DateToken) -> bool:
    """Test whether another date is close by in the line: 1.1.2020 - 31.1.2020."""
    others = (other for other in pages.dates_of(segment) if other is not token)
    return any(0 <= max(other.start - token.end, token.start - other.end) <= _PERIOD_LETTERS for other in others)


def _has_prices_beside(pages: AnnotatedPages, segment: Segment) -> bool:
    amounts = (amount for other in pages.row(segment) for amount in pages.amounts_of(other))
    return any(amount.places == _PRICE_PLACES for amount in amounts)
