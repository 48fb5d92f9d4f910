"""Sentences above a page: the origin of its values, unread content, and values of the XML that no page shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from invoicy.drawing.canvas.lettering import BODY, SMALL, Span, legible
from invoicy.drawing.subject import Subject
from invoicy.drawing.values.terms import name_of, written_at
from invoicy.pages.findings.unread_pages import unread_of
from invoicy.readings.reading import Finding, Severity

_MAX_NAMES = 16
_MAX_LENGTH = 40


def source_of(subject: Subject, number: int) -> str:
    """Return the page's number and the origin of its values."""
    page = f"Page {number} of {subject.count}"
    if not subject.views:
        return f"{page} · no invoice was read"
    if any(view.is_electronic for view in subject.views):
        return f"{page} · values of the XML, marked where the page prints them"
    return f"{page} · values read from the printed page"


def banner_of(subject: Subject, number: int) -> str:
    """Return sentences about a large unread part of the page; "" if at most a small part is unread."""
    return " ".join(finding.message for finding in _unread(subject, number) if not _is_trifle(finding))


def remark_of(subject: Subject, number: int, listed: Collection[str] = ()) -> str:
    """Return sentences about small unread parts of the page. listed: rules whose findings are listed already."""
    trifles = (finding for finding in _unread(subject, number) if _is_trifle(finding))
    return " ".join(finding.message for finding in trifles if finding.rule not in listed)


def _unread(subject: Subject, number: int) -> tuple[Finding, ...]:
    return tuple(unread_of([page for page in subject.pages if page.number == number]))


def _is_trifle(finding: Finding) -> bool:
    return finding.severity is Severity.INFORMATION


def unplaced_in(subject: Subject) -> list[Span]:
    """Return a paragraph with the values of the XML that no page shows, grouped by term."""
    values: dict[tuple[str, str], list[str]] = {}
    for view in subject.views:
        for pointer in view.places.unplaced:
            value = legible(written_at(view.reading.invoice, pointer))
            values.setdefault(name_of(pointer), []).append(value)
    spans: list[Span] = []
    for (name, term), texts in list(values.items())[:_MAX_NAMES]:
        spans += [Span(f"{', ' if spans else ''}{name} ", BODY), Span(f"{term} ", SMALL), Span(_quoted(texts), BODY)]
    if len(values) > _MAX_NAMES:
        spans.append(Span(f" and {len(values) - _MAX_NAMES} more terms", BODY))
    return [*spans, Span(".", BODY)] if spans else []


def _quoted(values: Sequence[str]) -> str:
    if len(values) > 1:
        return f"({len(values)} values)"
    return f"({values[0]})" if len(values[0]) <= _MAX_LENGTH else f"({values[0][:_MAX_LENGTH].rstrip()}…)"
