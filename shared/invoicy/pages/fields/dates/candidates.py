"""Every date on the pages, with the labels and sentences that claim it and where it stands."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot, slots
from invoicy.pages.annotated.wrapped_lines import WrappedSlot, wraps_of
from invoicy.pages.layout.rows import Segment
from invoicy.pages.layout.sentences import is_sentence
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.dates import DateToken, dates_in
from invoicy.pages.parsers.sentences import asks_for_payment, gives_discount
from invoicy.pages.scoring.chances import Features
from invoicy.pages.sources.page import Word

_PLACE = re.compile(r"^[^\W\d_][^\d:]{1,30},\s*(?:den|le|am|dnia|dne|li|lì|a|em|på)?\s*$")  # Köln, den 3. Mai
_CLAIMS = {"issue_date": "issue label", "due_date": "due label", "other_date": "other label"}
_TITLES = ("title", "title_credit")
_NUMBER_WORDS = 3
_SENTENCE = 4
_DATE_WIDTH = 20
_HIGH = 0.3
_LOW = 0.6
_FOOT = 0.85
_NEAR_DASH = 12
_COLUMNS = 2


class DatePlace(Struct, frozen=True):
    """A place where a date is printed, as the value of a label or alone, with the kind and weight of its evidence."""

    token: DateToken
    slot: ValueSlot | WrappedSlot
    kind: str
    trust: float

    @property
    def words(self) -> tuple[Word, ...]:
        return self.slot.words(self.token.start - self.slot.start, self.token.end - self.slot.start)


class DateCandidate(Struct):
    """A date, all the places that print it, and what speaks for it."""

    value: date
    places: list[DatePlace]
    evidence: Features

    def note(self, kind: str, trust: float = 1.0) -> None:
        self.evidence[kind] = max(self.evidence.get(kind, 0.0), trust)


class DateCandidates:
    """All dates of a document, by their value."""

    def __init__(self, pages: AnnotatedPages, *, month_first: bool) -> None:
        self.pages, self.month_first = pages, month_first
        self.items: frozenset[Row] = item_rows(pages)
        self.by_value: dict[date, DateCandidate] = {}

    def read(self) -> list[DateCandidate]:
        for segment in self.pages.segments:
            for token in self.pages.dates_of(segment):
                self._add(DatePlace(token, ValueSlot(segment, 0, len(segment.text), "alone", 0.5), "printed", 1.0))
        for label in self.pages.labels.all():
            self._read_label(label)
        for segment in self.pages.segments:
            self._read_sentence(segment)
        everyone = list(self.by_value.values())
        _compare(everyone)
        return everyone

    def _add(self, place: DatePlace) -> None:
        value = place.token.value(month_first=self.month_first)
        found = self.by_value.setdefault(value, DateCandidate(value, [], {}))
        found.places.append(place)
        found.note(place.kind, place.trust)
        for kind, there in self._print(place):
            if there:
                found.note(kind)

    # ------------------------------------------------------------------ where it stands
    def _print(self, place: DatePlace) -> Iterator[tuple[str, bool]]:
        segment, token = place.slot.segment, place.token
        layout = self.pages.layout(segment.page)
        first = layout is self.pages.layouts[0]
        share = segment.top / layout.page.height
        before = place.slot.text[: max(0, token.start - place.slot.start)]
        yield "high", first and share < _HIGH
        yield "low", first and share > _LOW
        yield "foot", share > _FOOT
        yield "later page", not first
        yield "among items", (segment.page, segment.row) in self.items
        yield "in a sentence", is_sentence(segment)
        yield "alone", not before.strip() and token.end >= len(segment.text.rstrip()) - 1
        yield "behind a town", bool(_PLACE.match(before)) and token.end >= len(segment.text) - 2
        yield "in brackets", before.rstrip().endswith("(")
        yield "of a period", _is_of_period(self.pages, segment, token)
        yield (
            "amounts in its row",
            any(one.places == 2 for other in self.pages.row(segment) for one in self.pages.amounts_of(other)),
        )
        yield "no separators", token.compact

    # ------------------------------------------------------------------ what labels say
    def _read_label(self, label: Label) -> None:
        claims = {kind: label.fields[field] for field, kind in _CLAIMS.items() if label.fields.get(field)}
        titled = max((label.fields.get(title, 0.0) for title in _TITLES), default=0.0)
        if titled and label.first:
            self._read_title(label, titled)
        if not claims:
            return
        for rank, slot in enumerate(slots(self.pages, label)):
            found = self._in(slot)
            if not found:
                continue
            token, place = found
            trust = slot.trust * 0.9**rank * _nearness(place, token)
            for kind, weight in claims.items():
                for name in self._kinds(label, kind):
                    self._add(DatePlace(token, place, name, weight * trust))
            return

    def _kinds(self, label: Label, kind: str) -> Iterator[str]:
        """The label, and how far it can be relied on."""
        yield kind
        if len(label.key) <= 3 and not label.colon and not label.first:
            yield f"{kind} amid a line"
            if self._follows_number(label):
                yield f"{kind} behind the number"
        if self._is_of_items(label):
            yield f"{kind} heads a column"
        if label.colon:
            yield f"{kind} with a colon"

    def _in(self, slot: ValueSlot) -> tuple[DateToken, ValueSlot | WrappedSlot] | None:
        """The first date in a slot, or one that begins in it and goes on in the line under it: 9. Januar / 2022."""
        for token in self.pages.dates_of(slot.segment):
            if slot.start <= token.start and token.end <= slot.end:
                return token, slot
        if not any(c.isdigit() for c in slot.text):
            return None
        whole = next(wraps_of(self.pages, slot), None)
        tokens = dates_in(whole.text) if whole else ()
        return next(((one, whole) for one in tokens if whole and whole.breaks(one.start, one.end)), None)

    def _is_of_items(self, label: Label) -> bool:
        """The head of a column in a table of items: its dates are not the invoice's."""
        heads = (one for other in self.pages.row(label.segment) for one in self.pages.labels.of(other))
        columns = sum(1 for one in heads if one is not label and one.fields.get("column", 0.0) > 0.5)
        return not label.colon and columns >= _COLUMNS

    def _follows_number(self, label: Label) -> bool:
        """Facture n° 12 du 3 mai: the line begins with the invoice's own number."""
        first = self.pages.labels.of(label.segment)[0]
        named = first.first and any(first.fields.get(name, 0.0) >= 1 for name in ("number", *_TITLES))
        return named and first.end < label.start <= first.end + _NUMBER_WORDS

    def _read_title(self, label: Label, weight: float) -> None:
        """Rechnung Nr. 12 vom 3. Mai 2020: a date in the line of the title."""
        segment = label.segment
        slot = ValueSlot(segment, segment.starts[label.end - 1], len(segment.text), "title", 0.8)
        later = (one for one in self.pages.labels.of(segment) if one.start > label.end)
        if any(one.fields.get("due_date", 0.0) >= 0.9 for one in later):
            return
        if found := self._in(slot):
            self._add(DatePlace(*found, "in the title's line", weight))

    # ------------------------------------------------------------------ what sentences say
    def _read_sentence(self, segment: Segment) -> None:
        """Please pay 120.00 by 8 February, in one line or two; a date up to which a discount is given is another."""
        sentence = ValueSlot(segment, 0, len(segment.text), "sentence", 0.9)
        for token, place in (*((one, sentence) for one in self.pages.dates_of(segment)), *self._in_next_line(sentence)):
            if token.compact:
                continue
            if gives_discount(place.text, token.start, token.end):
                if place is sentence or is_sentence(segment):
                    self._add(DatePlace(token, place, "for a discount", 1.0))
            elif asks_for_payment(place.text[: token.start], place.text[token.end :]):
                self._add(DatePlace(token, place, "asked for in a sentence", 1.0))

    def _in_next_line(self, sentence: ValueSlot) -> Iterator[tuple[DateToken, ValueSlot | WrappedSlot]]:
        """The first date of a sentence that goes on in the next line, where that line begins or ends with it."""
        if len(sentence.segment.words) < _SENTENCE or not (whole := next(wraps_of(self.pages, sentence), None)):
            return
        below = whole.lines[1].text
        if any(c.isdigit() for c in below[:_DATE_WIDTH]):
            token = next((one for one in dates_in(whole.text) if one.end > whole.at[1]), None)
            if token and token.start < whole.at[1] + _DATE_WIDTH:
                yield token, whole


def _nearness(slot: ValueSlot | WrappedSlot, token: DateToken) -> float:
    """Words between the label and the date weaken it."""
    between = slot.text[: token.start - slot.start]
    letters = sum(c.isalpha() for c in between)
    return max(0.4, 1.0 - 0.03 * letters) * (0.9 if token.compact else 1.0)


def _is_of_period(pages: AnnotatedPages, segment: Segment, token: DateToken) -> bool:
    """Another date stands close by: 1.1.2020 - 31.1.2020."""
    others = (one for one in pages.dates_of(segment) if one is not token)
    return any(0 <= max(one.start - token.end, token.start - one.end) <= _NEAR_DASH for one in others)


def _compare(everyone: list[DateCandidate]) -> None:
    """Notes what the dates say of each other."""
    values = sorted(one.value for one in everyone)
    labelled = [one.value for one in everyone if one.evidence.get("issue label", 0.0) > 0.8]
    for one in everyone:
        if len({(place.slot.segment.key, place.token.start) for place in one.places}) > 1:
            one.note("repeated")
        if one.value == values[-1] and len(values) > 1:
            one.note("the last")
        if one.value == values[0] and len(values) > 1:
            one.note("the first")
        if labelled and one.value > max(labelled):
            one.note("after the issue date")
        if labelled and one.value < min(labelled):
            one.note("before the issue date")
        if len(values) == 1:
            one.note("the only one")
