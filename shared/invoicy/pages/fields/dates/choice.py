"""Issue date (BT-2) and due date (BT-9), chosen together with the order of day and month."""

from datetime import date
from itertools import chain

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.region import is_month_first
from invoicy.pages.fields.dates.candidates import DateCandidate, DateCandidates, DatePlace, add_printed_dates
from invoicy.pages.fields.dates.comparison import add_evidence_by_comparison
from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel
from invoicy.pages.fields.dates.from_labels import add_dates_from_labels
from invoicy.pages.fields.dates.from_sentences import add_dates_from_sentences
from invoicy.pages.fields.value import FieldValue, chosen_value, label_method
from invoicy.pages.scoring.chances import fitted
from invoicy.pages.scoring.choice import Choice, best_pair, ranked_choices

_LONG_DAYS = 130  # terms of payment over 120 days are rare; ten days are left for the end of a month
_LONG = 0.5  # set by hand: longer terms are half as likely; from 0.3 to 0.8 the corpus is read the same
_YEAR_DAYS = 370  # a due date over a year later is mostly the end of a contract; five days are left for weekends
_OVER_A_YEAR = 0.1  # set by hand: one tenth as likely; from 0.06 to 0.16 the corpus is read the same
# Terms of payment in days: weeks, half months and months, as invoices print them.
_USUAL_DAYS = frozenset({0, 5, 7, 8, 10, 14, 15, 20, 21, 28, 29, 30, 31, 45, 60, 90})
_USUAL = 1.3  # usual terms are more likely; below 1, two pairs of dates are wrong
_MIN_DUE_CHANCE = 0.3  # many invoices have no due date; from 0.18 to 0.48 the corpus is read the same
_ISSUE_KINDS = frozenset(
    {DateLabel.ISSUE, DateEvidence.IN_THE_TITLES_LINE, DateEvidence.BEHIND_A_TOWN, DateLabel.OTHER}
)
_DUE_KINDS = frozenset({DateLabel.DUE, DateEvidence.ASKED_FOR_IN_A_SENTENCE})


class Dates(Struct, frozen=True):
    """The dates of an invoice, each None if no date is likely."""

    issue: FieldValue[date] | None
    due: FieldValue[date] | None


class _DatePair(Struct, frozen=True):
    """The likeliest pair in one order of day and month, with the choices it was taken from."""

    issue: Choice[DateCandidate]
    due: Choice[DateCandidate]
    issues: list[Choice[DateCandidate]]
    dues: list[Choice[DateCandidate]]

    @property
    def fit(self) -> float:
        return _fit(self.issue, self.due)


def dates_of(pages: AnnotatedPages) -> Dates:
    """Choose the likeliest issue date and due date together, in the order of day and month that makes them likelier."""
    usual = is_month_first(pages)
    orders = (usual,) if _is_certain(pages) else (usual, not usual)
    pairs = [_pair(date_candidates(pages, month_first=order)) for order in orders]
    best = max(pairs, key=lambda pair: pair.fit)
    issues, dues = chain(*(pair.issues for pair in pairs)), chain(*(pair.dues for pair in pairs))
    issue = chosen_value(best.issue, issues, _issue_value)
    return Dates(issue, chosen_value(best.due, dues, _due_value) if best.due.chance >= _MIN_DUE_CHANCE else None)


def date_candidates(pages: AnnotatedPages, *, month_first: bool) -> list[DateCandidate]:
    """Return all dates with their evidence. month_first: how 3/4/2020 is read."""
    dates = DateCandidates(pages, month_first=month_first)
    add_printed_dates(dates)
    add_dates_from_labels(dates)
    add_dates_from_sentences(dates)
    candidates = list(dates.by_value.values())
    add_evidence_by_comparison(candidates)
    return candidates


def _pair(candidates: list[DateCandidate]) -> _DatePair:
    evidence, weights = [candidate.evidence for candidate in candidates], fitted("dates")
    issues = ranked_choices(candidates, evidence, weights["issue_date"])
    dues = ranked_choices(candidates, evidence, weights["due_date"])
    return _DatePair(*best_pair(issues, dues, _fit), issues, dues)


def _is_certain(pages: AnnotatedPages) -> bool:
    """Test whether some date has one reading only, or all have the same in both orders."""
    tokens = [token for tokens in pages.dates.values() for token in tokens]
    is_known = any((token.day_first is None) != (token.month_first is None) for token in tokens)
    return is_known or not any(token.ambiguous and "." not in token.text for token in tokens)


def _fit(issue: Choice[DateCandidate], due: Choice[DateCandidate]) -> float:
    """Return the chance of both together, raised for the usual terms of payment; 0 for a due date before the issue."""
    together = issue.chance * due.chance
    if issue.candidate is None or due.candidate is None:
        return together
    days = (due.candidate.value - issue.candidate.value).days
    if days < 0:
        return 0.0
    if days > _LONG_DAYS:
        return together * (_OVER_A_YEAR if days > _YEAR_DAYS else _LONG)
    return together * (_USUAL if days in _USUAL_DAYS else 1.0)


def _issue_value(candidate: DateCandidate, chance: float) -> FieldValue[date]:
    return _value_of(candidate, chance, _ISSUE_KINDS)


def _due_value(candidate: DateCandidate, chance: float) -> FieldValue[date]:
    return _value_of(candidate, chance, _DUE_KINDS)


def _value_of(candidate: DateCandidate, chance: float, kinds: frozenset[str]) -> FieldValue[date]:
    """Return the date at its strongest place of these kinds."""
    place = max(candidate.places, key=lambda place: place.strength + 1 if place.kind in kinds else 0.0)
    method = _method(place, kinds)
    return FieldValue.of(candidate.value, place.slot.segment, place.words, chance, method, place.token.text)


def _method(place: DatePlace, kinds: frozenset[str]) -> str:
    is_labelled = place.kind in kinds and place.kind in frozenset(DateLabel)
    return label_method(place.slot.relation) if is_labelled else str(place.kind)
