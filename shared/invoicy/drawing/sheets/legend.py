"""The legend under a page: the meaning of each colour on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import COLOURS, DESK, RULE, Colour, Ink, tint_of
from invoicy.drawing.canvas.lettering import Line, Span, Style, legible
from invoicy.drawing.canvas.shapes import Pen
from invoicy.drawing.canvas.strips import Strip, Swatch
from invoicy.pages.findings.terms import MIN_TO_ACCEPT

if TYPE_CHECKING:
    from PIL.Image import Image

_TEXT = Style(20)
_PRINTED = {
    Ink.CERTAIN: f"Required value, confidence at least {MIN_TO_ACCEPT:.0%}",
    Ink.DOUBTFUL: "Needs review: see the finding",
    Ink.WRONG: "Wrong: see the finding",
    Ink.OTHER: "Other value, does not affect the status",
    Ink.CODE: "QR code",
}
_ELECTRONIC = {
    Ink.CERTAIN: "Value of the XML, printed here",
    Ink.DOUBTFUL: "Needs review: see the finding",
    Ink.WRONG: "Wrong: see the finding",
    Ink.CODE: "QR code",
}


def legend_of(inks: set[Ink], tinted: Sequence[tuple[int, str]], width: int, *, electronic: bool) -> Image:
    """Draw the legend. inks: inks on the page. electronic: True for values of an XML.

    tinted: position and number of each invoice on the page; empty for a document with one invoice.
    """
    strip = Strip(width, DESK)
    strip.rule(RULE)
    strip.space(18)
    meanings = _ELECTRONIC if electronic else _PRINTED
    rows: list[tuple[Swatch, Line]] = [
        (_framed(COLOURS[ink]), (Span(meaning, _TEXT),)) for ink, meaning in meanings.items() if ink in inks
    ]
    rows += [(_filled(tint_of(place)), (Span(f"Invoice {legible(number)}", _TEXT),)) for place, number in tinted]
    if not rows:
        rows = [(_framed(RULE), (Span("No values on this page", _TEXT),))]
    strip.row(rows)
    strip.space(12)
    return strip.image()


def _framed(colour: Colour) -> Swatch:
    def paint(pen: Pen, area: Rect) -> None:
        box = Rect(area.x0, area.top + 3, area.x1, area.bottom - 3)
        pen.fill(box, colour, 28)
        pen.frame(box, colour, 2.5)

    return paint


def _filled(colour: Colour) -> Swatch:
    return lambda pen, area: pen.fill(Rect(area.x0, area.top + 3, area.x1, area.bottom - 3), colour)
