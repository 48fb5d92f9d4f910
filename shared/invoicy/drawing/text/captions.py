"""Sentences above a page: where its values come from, what was not read, what the XML holds beyond it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from invoicy.drawing.canvas.lettering import BODY, SMALL, Span, legible
from invoicy.drawing.subject import Subject
from invoicy.drawing.values.terms import name_of, written_at
from invoicy.pages.findings.coverage import unread_of
from invoicy.readings.reading import Finding, Severity

_MOST_NAMES = 16
_LONGEST = 40


def source_of(subject: Subject, number: int) -> str:
    """The page's number and the origin of the values on it."""
    page = f"Page {number} of {subject.count}"
    if not subject.views:
        return f"{page} · no invoice was read"
    if any(view.is_electronic for view in subject.views):
        return f"{page} · values of the XML, marked where the page prints them"
    return f"{page} · values read from the print"


def banner_of(subject: Subject, number: int) -> str:
    """The reason why a page, or much of it, was not read; empty where no more than a trifle is missing."""
    return " ".join(finding.message for finding in _unread(subject, number) if not _is_trifle(finding))


def aside_of(subject: Subject, number: int, listed: Collection[str] = ()) -> str:
    """The little on a page that was not read, in quiet sentences. listed: rules of the findings above that say it."""
    trifles = (finding for finding in _unread(subject, number) if _is_trifle(finding))
    return " ".join(finding.message for finding in trifles if finding.rule not in listed)


def _unread(subject: Subject, number: int) -> tuple[Finding, ...]:
    return unread_of([page for page in subject.pages if page.number == number], 0)


def _is_trifle(finding: Finding) -> bool:
    return finding.severity is Severity.INFORMATION


def unplaced_in(subject: Subject) -> list[Span]:
    """The values of the XML that no page shows, as a paragraph: those of one term together."""
    values: dict[tuple[str, str], list[str]] = {}
    for view in subject.views:
        for pointer in view.places.unplaced:
            value = legible(written_at(view.reading.invoice, pointer))
            values.setdefault(name_of(pointer), []).append(value)
    spans: list[Span] = []
    for (name, term), there in list(values.items())[:_MOST_NAMES]:
        spans += [Span(f"{', ' if spans else ''}{name} ", BODY), Span(f"{term} ", SMALL), Span(_quoted(there), BODY)]
    if len(values) > _MOST_NAMES:
        spans.append(Span(f" and {len(values) - _MOST_NAMES} more terms", BODY))
    return [*spans, Span(".", BODY)] if spans else []


def _quoted(values: Sequence[str]) -> str:
    if len(values) > 1:
        return f"({len(values)} values)"
    return f"({values[0]})" if len(values[0]) <= _LONGEST else f"({values[0][:_LONGEST].rstrip()}…)"
