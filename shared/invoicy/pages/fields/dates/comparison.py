"""Evidence from comparing the dates of a document with each other."""

from collections.abc import Iterator, Sequence
from datetime import date

from invoicy.pages.fields.dates.candidates import DateCandidate
from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel

_LABELLED = 0.8  # strength from which the label of an issue date fixes the order of the others; set by hand


def add_evidence_by_comparison(candidates: Sequence[DateCandidate]) -> None:
    """Add to each date the evidence of its order among all dates of the document."""
    values = sorted(candidate.value for candidate in candidates)
    issued = [candidate.value for candidate in candidates if candidate.evidence.get(DateLabel.ISSUE, 0.0) > _LABELLED]
    for candidate in candidates:
        if _is_repeated(candidate):
            candidate.note(DateEvidence.REPEATED)
        for kind in _order(candidate.value, values, issued):
            candidate.note(kind)


def _is_repeated(candidate: DateCandidate) -> bool:
    return len({(place.slot.segment.key, place.token.start) for place in candidate.places}) > 1


def _order(value: date, values: list[date], issued: list[date]) -> Iterator[DateEvidence]:
    """Yield the kinds for a value. values: all dates, the earliest first. issued: dates with a label of the issue."""
    if len(values) == 1:
        yield DateEvidence.THE_ONLY_ONE
    elif value == values[-1]:
        yield DateEvidence.THE_LAST
    elif value == values[0]:
        yield DateEvidence.THE_FIRST
    if issued and value > max(issued):
        yield DateEvidence.AFTER_THE_ISSUE_DATE
    if issued and value < min(issued):
        yield DateEvidence.BEFORE_THE_ISSUE_DATE
