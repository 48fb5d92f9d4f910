"""Issue date and due date, and whether the document writes the day or the month first: decided together."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.region import is_month_first
from invoicy.pages.fields.dates.candidates import DateCandidate, DateCandidates, DatePlace
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.scoring.chances import chances, fitted

_BEST = 6


_LONG_DAYS = 130


_YEAR_DAYS = 370


_USUAL_DAYS = frozenset({0, 5, 7, 8, 10, 14, 15, 20, 21, 28, 29, 30, 31, 45, 60, 90})


_LEAST = 0.3


_KINDS = {
    "issue_date": ("issue label", "in the title's line", "behind a town", "other label"),
    "due_date": ("due label", "asked for in a sentence"),
}


class Dates(Struct, frozen=True):
    """The dates of an invoice, each with where it stands."""

    issue: FieldValue[date] | None
    due: FieldValue[date] | None


class _One(Struct, frozen=True):
    dated: DateCandidate | None
    chance: float


class _Reading(Struct, frozen=True):
    """The likeliest pair, how likely it is, and what else each may be."""

    fit: float
    issue: _One
    due: _One
    issues: list[_One]
    dues: list[_One]


def dates_of(pages: AnnotatedPages) -> Dates:
    """The likeliest two, the due date not before the issue date; in the order of day and month that suits them."""
    first = is_month_first(pages)
    orders = (first,) if _is_certain(pages) else (first, not first)
    readings = [_read(DateCandidates(pages, month_first=order).read()) for order in orders]
    best = max(readings, key=lambda reading: reading.fit)
    issue = _beside(best.issue, (one for reading in readings for one in reading.issues), "issue_date")
    due = _beside(best.due, (one for reading in readings for one in reading.dues), "due_date")
    return Dates(issue, due if best.due.chance >= _LEAST else None)


def _read(everyone: list[DateCandidate]) -> _Reading:
    """The likeliest two of the dates in one order of day and month."""
    features, weights = [one.evidence for one in everyone], fitted("dates")
    issues = _likeliest(everyone, chances(features, weights["issue_date"]))
    dues = _likeliest(everyone, chances(features, weights["due_date"]))
    issue, due = max(((a, b) for a in issues for b in dues), key=_fit)
    return _Reading(_fit((issue, due)), issue, due, issues, dues)


def _is_certain(pages: AnnotatedPages) -> bool:
    """A date of the page has no more than one reading, or all have the same in both orders."""
    tokens = [token for found in pages.dates.values() for token in found]
    known = any((token.day_first is None) != (token.month_first is None) for token in tokens)
    return known or not any(token.ambiguous and "." not in token.text for token in tokens)


def dated_in(pages: AnnotatedPages) -> list[DateCandidate]:
    """All dates, with what speaks for each."""
    return DateCandidates(pages, month_first=is_month_first(pages)).read()


def _likeliest(everyone: list[DateCandidate], found: list[float]) -> list[_One]:
    known = [_One(dated, chance) for dated, chance in zip(everyone, found[:-1], strict=True)]
    return [*sorted(known, key=lambda one: -one.chance)[:_BEST], _One(None, found[-1])]


def _fit(pair: tuple[_One, _One]) -> float:
    """The chance of both together: terms of payment are so many days, mostly of a few numbers."""
    issue, due = pair
    together = issue.chance * due.chance
    if issue.dated is None or due.dated is None:
        return together
    days = (due.dated.value - issue.dated.value).days
    if days < 0:
        return 0.0
    if days > _LONG_DAYS:
        return together * (0.1 if days > _YEAR_DAYS else 0.5)
    return together * (1.3 if days in _USUAL_DAYS else 1.0)


def _beside(chosen: _One, everyone: Iterable[_One], term: str) -> FieldValue[date] | None:
    """The chosen one with the others that it may be."""
    found = _found(chosen, term)
    return found.beside(_found(one, term) for one in everyone) if found else None


def _found(one: _One, term: str) -> FieldValue[date] | None:
    if one.dated is None:
        return None
    place = max(one.dated.places, key=lambda place: _strength(place, term))
    return FieldValue.of(
        one.dated.value, place.slot.segment, place.words, one.chance, _method(place, term), place.token.text
    )


def _strength(place: DatePlace, term: str) -> float:
    return place.trust + 1 if place.kind in _KINDS[term] else 0.0


def _method(place: DatePlace, term: str) -> str:
    return f"label {place.slot.relation}" if place.kind in _labels(term) else place.kind


def _labels(term: str) -> Iterator[str]:
    return (kind for kind in _KINDS[term] if kind.endswith("label"))
