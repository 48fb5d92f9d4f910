"""Strips of text across a sheet, for the header and the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import PAPER, Colour
from invoicy.drawing.canvas.lettering import Line, Span, Style, height_of, width_of, wrapped, write
from invoicy.drawing.canvas.shapes import BADGE, Pen, badge, smoothly

if TYPE_CHECKING:
    from PIL.Image import Image

Swatch = Callable[[Pen, Rect], None]
EDGE = 36
_HIGHEST = 8000  # pixels; further content of a strip is cut off


class Strip:
    """A strip that grows downwards as content is added. width: pixels."""

    def __init__(self, width: int, background: Colour = PAPER) -> None:
        from PIL import Image as Images
        from PIL import ImageDraw

        self.width = width
        self._image = Images.new("RGB", (width, _HIGHEST), background)
        self._draw = ImageDraw.Draw(self._image)
        self._y = 0.0

    def space(self, height: float) -> None:
        """Add empty space. height: pixels."""
        self._y = min(self._y + height, _HIGHEST)

    def text(self, spans: Sequence[Span], *, indent: float = 0, right: float = 0) -> None:
        """Add a paragraph. indent, right: space to the left and right edge, in pixels."""
        lines = wrapped(spans, self.width - 2 * EDGE - indent - right)
        self._y = min(write(self._draw, (EDGE + indent, self._y), lines), _HIGHEST)

    def numbered(self, number: int, spans: Sequence[Span], colour: Colour) -> None:
        """Add a paragraph after a badge with a number."""
        if self._y + BADGE < _HIGHEST:
            badge(self._image, (EDGE, self._y), number, colour)
        self.text(spans, indent=BADGE + 12)

    def pill(self, text: str, style: Style, colour: Colour) -> float:
        """Draw a word on a coloured ground at the right edge, beside the next paragraph. Return its width."""
        width = round(width_of(text, style)) + 44
        area = Rect(self.width - EDGE - width, round(self._y), self.width - EDGE, round(self._y) + style.leading + 14)
        smoothly(self._image, area, lambda pen: pen.fill(area, colour, radius=area.height / 2))
        write(self._draw, (area.x0 + 22, area.top + 7), [(Span(text, style),)])
        return width

    def band(self, spans: Sequence[Span], colour: Colour) -> None:
        """Add a paragraph on a coloured ground as wide as the strip."""
        lines = wrapped(spans, self.width - 2 * EDGE)
        height = round(height_of(lines)) + 24
        self._draw.rectangle((0, self._y, self.width, self._y + height), colour)
        write(self._draw, (EDGE, self._y + 12), lines)
        self.space(height)

    def row(self, items: Sequence[tuple[Swatch, Line]]) -> None:
        """Add small drawings with a text to the right of each, on as many lines as they need."""
        x = float(EDGE)
        for paint, line in items:
            width = 52 + sum(width_of(span.text, span.style) for span in line)
            if x + width > self.width - EDGE and x > EDGE:
                x = float(EDGE)
                self.space(38)
            area = Rect(round(x), round(self._y), round(x) + 40, round(self._y) + 28)
            smoothly(self._image, area, _within(area, paint))
            write(self._draw, (x + 52, self._y), [line])
            x += width + 44
        self.space(38)

    def rule(self, colour: Colour) -> None:
        """Add a thin line as wide as the strip."""
        self._draw.line((0, self._y, self.width, self._y), colour, 2)
        self.space(2)

    def image(self) -> Image:
        """Return the strip, as high as its content."""
        return self._image.crop((0, 0, self.width, round(self._y)))


def _within(area: Rect, paint: Swatch) -> Callable[[Pen], None]:
    return lambda pen: paint(pen, area)
