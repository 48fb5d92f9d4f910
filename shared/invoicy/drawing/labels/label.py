"""Labels for marks. Marks that belong together share a label."""

import re
from collections.abc import Sequence

from msgspec import Struct

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import COLOURS, QUIET, Colour, Ink
from invoicy.drawing.canvas.lettering import Line, Span, Style, legible, wrapped
from invoicy.drawing.values.marks import Mark
from invoicy.drawing.values.terms import Named, title_of

NAME = Style(21, bold=True)
TERM = Style(19, colour=QUIET)
VALUE = Style(19)
_WEIGHTS = (Ink.WRONG, Ink.DOUBTFUL, Ink.CODE, Ink.CERTAIN, Ink.OTHER)
_PART = re.compile(
    r"^(/lines/\d+|/(?:vat_breakdown|charges|allowances)/\d+|/payment/accounts/\d+|.*/(?:address|contact))/"
)
_MAX_LINES = 6
_NEAR = 40.0


class MarkLabel(Struct, frozen=True):
    """A label. frames: frames of its values. lines: its text. notes: numbers of findings about its values."""

    frames: tuple[Rect, ...]
    lines: tuple[Line, ...]
    ink: Ink
    invoice: int
    notes: tuple[int, ...] = ()

    @property
    def colour(self) -> Colour:
        return COLOURS[self.ink]


def labels_of(marks: Sequence[tuple[Mark, Rect]], width: float) -> list[MarkLabel]:
    """Return the labels of marks and their frames. width: pixels.

    Each value has a label. Values that belong together and are printed near each other share one: an address, an
    invoice line, a VAT rate, the content of a code.
    """
    groups: dict[tuple[int, str], list[tuple[Mark, Rect]]] = {}
    for mark, frame in marks:
        groups.setdefault((mark.invoice, _group(mark)), []).append((mark, frame))
    return [_label(near, width) for group in groups.values() for near in _neighbours(group)]


def _group(mark: Mark) -> str:
    if mark.ink is Ink.CODE:
        return str(mark.box)
    part = _PART.match(mark.pointer)
    return part[1] if part else mark.pointer


def _neighbours(group: Sequence[tuple[Mark, Rect]]) -> list[list[tuple[Mark, Rect]]]:
    """Split a group into values that are printed near each other, from the top of the page down."""
    pieces: list[list[tuple[Mark, Rect]]] = []
    bottom = 0.0
    for mark, frame in sorted(group, key=lambda pair: pair[1].top):
        if pieces and frame.top - bottom <= _NEAR:
            pieces[-1].append((mark, frame))
        else:
            pieces.append([(mark, frame)])
        bottom = max(bottom, frame.bottom)
    return pieces


def _label(group: Sequence[tuple[Mark, Rect]], width: float) -> MarkLabel:
    marks = [mark for mark, _ in group]
    ink = min((mark.ink for mark in marks), key=_WEIGHTS.index)
    notes = tuple(sorted({note for mark in marks for note in mark.notes}))
    is_single = len(marks) == 1 and ink is not Ink.CODE and not marks[0].pointer.startswith("/lines/")
    text = _single(marks[0], width) if is_single else _several(marks, width)
    return MarkLabel(tuple(frame for _, frame in group), tuple(text), ink, marks[0].invoice, notes)


def _single(mark: Mark, width: float) -> list[Line]:
    title = wrapped((Span(f"{mark.named.name} ", NAME), Span(mark.named.term, TERM)), width)
    return [*title, *_cut(wrapped((Span(f"{legible(mark.value)} ", VALUE), *_confidence((mark,))), width))]


def _confidence(marks: Sequence[Mark]) -> list[Span]:
    """Return the lowest confidence of the marks, coloured if it is the reason for a review."""
    known = [mark for mark in marks if mark.confidence is not None]
    if not known:
        return []
    least = min(known, key=lambda mark: mark.confidence or 0.0)
    colour = COLOURS[least.ink] if least.ink is Ink.DOUBTFUL else QUIET
    text = f"·\N{NO-BREAK SPACE}confidence\N{NO-BREAK SPACE}{least.confidence:.0%}"
    return [Span(text, Style(19, colour=colour))]


def _several(marks: Sequence[Mark], width: float) -> list[Line]:
    part = _PART.match(marks[0].pointer)
    title = title_of(part[1]) if part else Named("QR code", "")
    is_line = bool(part and part[1].startswith("/lines/"))
    spans: list[Span] = []
    for mark in marks:
        value = "" if is_line else f" {legible(mark.value)}"
        comma = "," if mark is not marks[-1] else ""
        spans += [
            Span(f"{_rest_of(mark.named.name, title.name)}{value} ", VALUE),
            Span(f"{mark.named.term}{comma} ", TERM),
        ]
    head = wrapped((Span(f"{title.name} ", NAME), Span(title.term, TERM)), width)
    return [*head, *_cut(wrapped((*spans, *_confidence(marks)), width))]


def _rest_of(name: str, title: str) -> str:
    """Return the name without words of the title at its start: "city" for "Buyer city" under "Buyer"."""
    known, words = title.lower().split(), name.split()
    while len(words) > 1 and words[0].lower() in known:
        words = words[1:]
    return " ".join(words) if words[0].isupper() else " ".join([words[0].lower(), *words[1:]])


def _cut(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= _MAX_LINES else [*lines[: _MAX_LINES - 1], (Span("…", TERM),)]
