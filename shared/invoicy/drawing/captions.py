"""Sentences above a page: where its values come from, what was not read, what the XML holds beyond it."""

from __future__ import annotations

from collections.abc import Sequence

from invoicy.drawing.lettering import BODY, SMALL, Span, legible
from invoicy.drawing.subject import Subject
from invoicy.drawing.terms import name_of, written_at
from invoicy.pages.coverage import unread_of

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
    """The reason why something on a page was not read; empty where all of it was."""
    page = next((page for page in subject.pages if page.number == number), None)
    return " ".join(finding.message for finding in unread_of((page,), 0)) if page else ""


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
