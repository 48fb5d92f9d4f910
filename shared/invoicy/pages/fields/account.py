"""The account to pay to (BT-84)."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import Scene
from invoicy.pages.annotated.slots import Slot
from invoicy.pages.annotated.wrapped_lines import wraps_of
from invoicy.pages.fields.value import Found
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.identifiers import (
    Identifier,
    has_iban_length,
    iban_at,
    iban_starts,
    ibans_in,
)


def iban_of(scene: Scene) -> Found[str] | None:
    """The first sure IBAN; else one under its label, for what it is worth: one that breaks off is none."""
    found: list[Found[str]] = []
    for segment in scene.segments:
        for iban in ibans_in(segment.text):
            labelled = any(label.fields.get("iban") for label in _around(scene, segment))
            if not iban.sure and not has_iban_length(iban.value) and _breaks_off(scene, segment, iban):
                continue
            if iban.sure or labelled:
                words = segment.words_in(iban.start, iban.end)
                score = 0.95 if iban.sure else 0.6 if has_iban_length(iban.value) else 0.3
                found.append(Found.of(iban.value, segment, words, score, "check digits" if iban.sure else "label"))
        found += _wrapped_iban(scene, segment)
    return max(found, key=lambda one: one.score, default=None)


def _wrapped_iban(scene: Scene, segment: Segment) -> Iterator[Found[str]]:
    """An IBAN that begins in a line and goes on in those under it, if its check digits are right."""
    for start in iban_starts(segment.text):
        for whole in wraps_of(scene, Slot(segment, start, len(segment.text), "inline", 1.0)):
            iban = iban_at(whole.text)
            if iban and whole.breaks(iban.start, iban.end):
                words = whole.words(iban.start, iban.end)
                yield Found.of(iban.value, segment, words, 0.9, "check digits")


def _breaks_off(scene: Scene, segment: Segment, iban: Identifier) -> bool:
    """It ends its line, and the line under it begins with digits."""
    whole = next(wraps_of(scene, Slot(segment, iban.start, len(segment.text), "inline", 1.0)), None)
    return bool(whole and iban.end >= len(segment.text.rstrip()) and whole.lines[1].text[:1].isdigit())


def _around(scene: Scene, segment: Segment) -> Iterator[Label]:
    for row in scene.layout(segment.page).rows[max(0, segment.row - 2) : segment.row + 1]:
        for other in row:
            yield from scene.labels.of(other)
