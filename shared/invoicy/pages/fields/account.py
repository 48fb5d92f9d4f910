"""The account to pay to (BT-84)."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot
from invoicy.pages.annotated.wrapped_lines import wraps_of
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.identifiers import (
    PrintedIdentifier,
    has_iban_length,
    iban_at,
    iban_starts,
    ibans_in,
)


def iban_of(pages: AnnotatedPages) -> FieldValue[str] | None:
    """The first sure IBAN; else one under its label, for what it is worth: one that breaks off is none."""
    found: list[FieldValue[str]] = []
    for segment in pages.segments:
        for iban in ibans_in(segment.text):
            labelled = any(label.fields.get("iban") for label in _around(pages, segment))
            if not iban.sure and not has_iban_length(iban.value) and _breaks_off(pages, segment, iban):
                continue
            if iban.sure or labelled:
                words = segment.words_in(iban.start, iban.end)
                score = 0.95 if iban.sure else 0.6 if has_iban_length(iban.value) else 0.3
                found.append(FieldValue.of(iban.value, segment, words, score, "check digits" if iban.sure else "label"))
        found += _wrapped_iban(pages, segment)
    return max(found, key=lambda one: one.score, default=None)


def _wrapped_iban(pages: AnnotatedPages, segment: Segment) -> Iterator[FieldValue[str]]:
    """An IBAN that begins in a line and goes on in those under it, if its check digits are right."""
    for start in iban_starts(segment.text):
        for whole in wraps_of(pages, ValueSlot(segment, start, len(segment.text), "inline", 1.0)):
            iban = iban_at(whole.text)
            if iban and whole.breaks(iban.start, iban.end):
                words = whole.words(iban.start, iban.end)
                yield FieldValue.of(iban.value, segment, words, 0.9, "check digits")


def _breaks_off(pages: AnnotatedPages, segment: Segment, iban: PrintedIdentifier) -> bool:
    """It ends its line, and the line under it begins with digits."""
    whole = next(wraps_of(pages, ValueSlot(segment, iban.start, len(segment.text), "inline", 1.0)), None)
    return bool(whole and iban.end >= len(segment.text.rstrip()) and whole.lines[1].text[:1].isdigit())


def _around(pages: AnnotatedPages, segment: Segment) -> Iterator[Label]:
    for row in pages.layout(segment.page).rows[max(0, segment.row - 2) : segment.row + 1]:
        for other in row:
            yield from pages.labels.of(other)
