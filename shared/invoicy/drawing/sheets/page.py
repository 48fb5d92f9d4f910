"""The picture of a page with frames around its values and labels in the margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import COLOURS, DESK, PAPER, RULE, Ink, tint_of
from invoicy.drawing.canvas.lettering import write
from invoicy.drawing.canvas.shapes import BADGE, Pen, badge, smoothly
from invoicy.drawing.labels.plan import PlacedLabel, Plan

if TYPE_CHECKING:
    from PIL.Image import Image

_BAND = 512
_WIDTHS = {Ink.CERTAIN: 2.0, Ink.DOUBTFUL: 3.5, Ink.WRONG: 3.5, Ink.OTHER: 2.0, Ink.CODE: 2.0}
_HALO, _HALO_ALPHA = 1.5, 235
_TINT, _WASH = 70, 24


def sheet_of(page: Image, plan: Plan, *, tinted: bool) -> Image:
    """Draw a page by its plan. tinted: fill each frame with the tint of its invoice."""
    from PIL import Image as Images
    from PIL import ImageDraw

    sheet = Images.new("RGB", (round(plan.width), round(plan.height)), DESK)
    at = round(plan.page.x0), round(plan.page.top)
    sheet.paste(RULE, (at[0] - 1, at[1] - 1, at[0] + page.width + 1, at[1] + page.height + 1))
    sheet.paste(page, at)
    for top in range(0, sheet.height, _BAND):  # in bands, because an enlarged page would need much memory
        band = Rect(0, top, sheet.width, min(sheet.height, top + _BAND))
        smoothly(sheet, band, lambda pen: _paint(pen, plan, tinted=tinted))
    draw = ImageDraw.Draw(sheet)
    for placed in plan.labels:
        write(draw, (placed.text.x0, placed.text.top), placed.label.lines)
        colour = COLOURS[Ink.OTHER] if placed.label.ink is Ink.CERTAIN else placed.label.colour
        for index, note in enumerate(placed.label.notes):  # findings about a certain value are information
            badge(sheet, (placed.text.x1 - BADGE, placed.text.top + index * (BADGE + 4)), note, colour)
    return sheet


def _paint(pen: Pen, plan: Plan, *, tinted: bool) -> None:
    for placed in plan.labels:
        for frame in placed.label.frames:
            pen.fill(
                frame, tint_of(placed.label.invoice) if tinted else placed.label.colour, _TINT if tinted else _WASH
            )
    for placed in plan.labels:
        _paint_leader(pen, placed)
    outlines = [(code, Ink.CODE) for code in plan.codes]
    outlines += [(frame, placed.label.ink) for placed in plan.labels for frame in placed.label.frames]
    for frame, ink in outlines:  # a white halo makes the frame visible on dark print
        pen.frame(frame.grown(_HALO), PAPER, _WIDTHS[ink] + 2 * _HALO, _HALO_ALPHA)
    for frame, ink in sorted(outlines, key=lambda outline: _WIDTHS[outline[1]]):
        pen.frame(frame, COLOURS[ink], _WIDTHS[ink])


def _paint_leader(pen: Pen, placed: PlacedLabel) -> None:
    leader, colour = placed.leader, placed.label.colour
    pen.line((leader.start, leader.bend), PAPER, 3.5, 190)
    pen.line((leader.start, leader.bend, leader.end), colour, 1.5, 215)
    pen.fill(placed.bar, colour, radius=2)
