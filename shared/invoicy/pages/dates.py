"""Issue date and due date, and whether the document writes the day or the month first: decided together."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct, structs

from invoicy.pages.candidates import Scene, Slot, slots
from invoicy.pages.found import Found
from invoicy.pages.labels import Label
from invoicy.pages.sentences import asks_for_payment, gives_discount
from invoicy.pages.tokens.dates import DateToken, dates_in
from invoicy.pages.wrapped import Wrapped, wraps_of

_LETTER = 1.294
_NOT_AMERICAN = re.compile(r"[£€₹]|\b(?:VAT|GST|ABN|GSTIN|IBAN)\b")
_ZIP = re.compile(r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b")
_PLACE = re.compile(r"^[^\W\d_][^\d:]{1,30},\s*(?:den|le|am|dnia|dne|li|a|em|på)?\s*$")  # Köln, den 3. Mai
_LONGEST_TERM = timedelta(days=370)
_LONG_TERM = timedelta(days=130)
_SENTENCE = 4
_NUMBER_WORDS = 3
_DATE_WIDTH = 20
_TITLES = ("title", "title_credit")


class Dates(Struct, frozen=True):
    """The dates of an invoice, each with where it stands."""

    issue: Found[date] | None
    due: Found[date] | None


class _Candidate(Struct, frozen=True):
    token: DateToken
    slot: Slot | Wrapped
    score: float
    method: str

    def found(self, *, month_first: bool) -> Found[date]:
        start, end = self.token.start - self.slot.start, self.token.end - self.slot.start
        words = self.slot.words(start, end)
        value = self.token.value(month_first=month_first)
        return Found.of(value, self.slot.segment, words, self.score, self.method, self.token.text)


def dates_of(scene: Scene) -> Dates:
    month_first = is_month_first(scene)
    requested = list(_requested(scene))
    asked = {one.token.text for one in requested}
    alone = (one for one in _unlabelled(scene) if one.token.text not in asked)
    issued = [*_labelled(scene, "issue_date"), *_after_title(scene), *alone]
    labelled = (one for one in _labelled(scene, "due_date") if one.score >= 0.35 and not _is_of_discount(one))
    due = [*labelled, *requested]
    issued = issued or [structs.replace(one, score=0.4 * one.score) for one in _labelled(scene, "other_date")]
    issue = max(issued, key=lambda one: one.score, default=None)
    found = issue.found(month_first=month_first) if issue else None
    return Dates(found, _due(found, due, month_first=month_first))


def is_month_first(scene: Scene) -> bool:
    """What the dates that allow one reading say; else whether the page is American."""
    tokens = [token for found in scene.dates.values() for token in found if "/" in token.text or "-" in token.text]
    certain = [token for token in tokens if (token.day_first is None) != (token.month_first is None)]
    if certain:
        return sum(token.month_first is not None for token in certain) * 2 > len(certain)
    return is_american(scene) and not any("." in token.text for token in tokens)


def is_american(scene: Scene) -> bool:
    """English without VAT, GST or IBAN, on letter paper or with dollars and ZIP codes."""
    text = "\n".join(segment.text for segment in scene.segments)
    if scene.labels.languages[:1] != ("en",) or _NOT_AMERICAN.search(text):
        return False
    page = scene.layouts[0].page
    letter = abs(max(page.width, page.height) / min(page.width, page.height) - _LETTER) < 0.01
    zips = len(_ZIP.findall(text))
    return zips > 1 or ("$" in text and (letter or zips > 0))


def _due(issue: Found[date] | None, due: list[_Candidate], *, month_first: bool) -> Found[date] | None:
    """The best labelled date that is not before the invoice nor years after it."""
    found = [one.found(month_first=month_first) for one in due]
    if issue:
        found = [one for one in found if one.value >= issue.value]
    return max(found, key=lambda one: one.score - _strange(issue, one), default=None)


def _strange(issue: Found[date] | None, due: Found[date]) -> float:
    if not issue:
        return 0.0
    term = due.value - issue.value
    return 0.3 if term > _LONGEST_TERM else 0.1 if term > _LONG_TERM else 0.0


def _labelled(scene: Scene, field: str) -> Iterator[_Candidate]:
    for label, weight in scene.labels.named(field):
        strength = weight * _certainty(scene, label, field) * (0.4 if _is_of_items(scene, label) else 1.0)
        if strength <= 0:
            continue
        for rank, slot in enumerate(slots(scene, label)):
            token = _token(scene, slot)
            found = (token, slot) if token else _broken(scene, slot)
            if found:
                token, place = found
                score = strength * slot.trust * 0.9**rank * _nearness(place, token) * _height(scene, label)
                yield _Candidate(token, place, score, f"label {slot.relation}")
                break


def _is_of_discount(one: _Candidate) -> bool:
    """Amid a sentence that promises a discount: what it calls due is due with the discount."""
    if isinstance(one.slot, Wrapped):
        return False
    return gives_discount(one.slot.segment.text, one.token.start, one.token.end)


def _is_of_items(scene: Scene, label: Label) -> bool:
    """The head of a column in a table of items: its dates are not the invoice's."""
    heads = (one for other in scene.row(label.segment) for one in scene.labels.of(other) if one is not label)
    return not label.colon and sum(1 for one in heads if one.fields.get("column", 0.0) > 0.5) > 1


def _token(scene: Scene, slot: Slot) -> DateToken | None:
    inside = (token for token in scene.dates_of(slot.segment) if slot.start <= token.start and token.end <= slot.end)
    return next(inside, None)


def _broken(scene: Scene, slot: Slot) -> tuple[DateToken, Wrapped] | None:
    """A date that begins in a slot and goes on in the line under it: 9. Januar / 2022."""
    if not any(c.isdigit() for c in slot.text):
        return None
    whole = next(wraps_of(scene, slot), None)
    tokens = dates_in(whole.text) if whole else ()
    return next(((one, whole) for one in tokens if whole and whole.breaks(one.start, one.end)), None)


def _nearness(slot: Slot | Wrapped, token: DateToken) -> float:
    """Words between the label and the date weaken it."""
    between = slot.text[: token.start - slot.start]
    letters = sum(c.isalpha() for c in between)
    return max(0.4, 1.0 - 0.03 * letters) * (0.9 if token.compact else 1.0)


def _certainty(scene: Scene, label: Label, field: str) -> float:
    rivals = max(
        (w for name, w in label.fields.items() if name in ("other_date", "due_date", "issue_date") and name != field),
        default=0.0,
    )
    doubt = 0.6 if rivals > label.fields[field] else 1.0
    if len(label.key) <= 3 and not label.colon and not label.first:
        return (0.9 if _follows_number(scene, label) else 0.5) * doubt
    return doubt


def _follows_number(scene: Scene, label: Label) -> bool:
    """Facture n° 12 du 3 mai: the line begins with the invoice's own number."""
    first = scene.labels.of(label.segment)[0]
    named = first.first and any(first.fields.get(name, 0.0) >= 1 for name in ("number", *_TITLES))
    return named and first.end < label.start <= first.end + _NUMBER_WORDS


def _height(scene: Scene, label: Label) -> float:
    layout = scene.layout(label.segment.page)
    return 1.0 if layout is scene.layouts[0] else 0.9


def _after_title(scene: Scene) -> Iterator[_Candidate]:
    """Rechnung Nr. 12 vom 3. Mai 2020: a date in the line of the title."""
    for label, weight in scene.labels.named(*_TITLES):
        if not label.first:
            continue
        segment = label.segment
        slot = Slot(segment, segment.starts[label.end - 1], len(segment.text), "title", 0.8)
        token = _token(scene, slot)
        if token and not _is_due(scene, label):
            yield _Candidate(token, slot, 0.8 * weight * _height(scene, label), "title")


def _requested(scene: Scene) -> Iterator[_Candidate]:
    """Please pay 120.00 by 8 February, in one line or two: but not the date up to which a discount is given."""
    for segment in scene.segments:
        sentence = Slot(segment, 0, len(segment.text), "sentence", 0.9)
        for token, place in (*((one, sentence) for one in scene.dates_of(segment)), *_in_next_line(scene, sentence)):
            if token.compact or gives_discount(place.text, token.start, token.end):
                continue
            if asks_for_payment(place.text[: token.start], place.text[token.end :]):
                yield _Candidate(token, place, 0.9, "sentence")


def _in_next_line(scene: Scene, sentence: Slot) -> Iterator[tuple[DateToken, Slot | Wrapped]]:
    """The first date of a sentence that goes on in the next line, where that line begins or ends with it."""
    if len(sentence.segment.words) < _SENTENCE or not (whole := next(wraps_of(scene, sentence), None)):
        return
    below = whole.lines[1].text
    if any(c.isdigit() for c in below[:_DATE_WIDTH]):
        token = next((one for one in dates_in(whole.text) if one.end > whole.at[1]), None)
        if token and token.start < whole.at[1] + _DATE_WIDTH:
            yield token, whole


def _is_due(scene: Scene, title: Label) -> bool:
    """The line goes on with the label of the due date."""
    later = (label for label in scene.labels.of(title.segment) if label.start > title.end)
    return any(label.fields.get("due_date", 0.0) >= 0.9 for label in later)


def _unlabelled(scene: Scene) -> Iterator[_Candidate]:
    """Dates of the first page that no label claims; the highest is the likeliest."""
    layout = scene.layouts[0]
    for segment in layout.segments:
        for token in scene.dates_of(segment):
            before = [label for label in scene.labels.of(segment) if segment.starts[label.start] < token.start]
            if token.compact or any("date" in name for label in before for name in label.fields):
                continue
            share = segment.top / layout.page.height
            slot = Slot(segment, 0, len(segment.text), "alone", 0.5)
            placed = _PLACE.match(segment.text[: token.start]) and token.end >= len(segment.text) - 2
            yield _Candidate(token, slot, (0.6 if placed else 0.4) - 0.2 * share, "alone")
