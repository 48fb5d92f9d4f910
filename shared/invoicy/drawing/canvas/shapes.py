"""Shapes with smooth edges. They are drawn at twice the size and reduced, as Pillow has no antialiasing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import PAPER, Colour
from invoicy.drawing.canvas.lettering import Span, Style, width_of, write

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_TIMES = 2
BADGE = 26
_NUMBER = Style(18, bold=True, colour=PAPER)


class Pen:
    """Draws on an area of an image. Coordinates are pixels of the image."""

    def __init__(self, draw: ImageDraw, area: Rect) -> None:
        self._draw = draw
        self._area = area

    def line(self, points: Sequence[tuple[float, float]], colour: Colour, width: float, alpha: int = 255) -> None:
        """Draw a line through points."""
        self._draw.line([self._at(*point) for point in points], (*colour, alpha), round(width * _TIMES), joint="curve")

    def frame(self, rect: Rect, colour: Colour, width: float, alpha: int = 255) -> None:
        """Draw the outline of a rectangle, inside its edges."""
        self._draw.rounded_rectangle(self._box(rect), 4 * _TIMES, None, (*colour, alpha), round(width * _TIMES))

    def fill(self, rect: Rect, colour: Colour, alpha: int = 255, radius: float = 4) -> None:
        """Fill a rectangle with round corners."""
        self._draw.rounded_rectangle(self._box(rect), radius * _TIMES, (*colour, alpha))

    def _box(self, rect: Rect) -> tuple[float, float, float, float]:
        return (*self._at(rect.x0, rect.top), *self._at(rect.x1, rect.bottom))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self._area.x0) * _TIMES, (y - self._area.top) * _TIMES


def smoothly(image: Image, area: Rect, paint: Callable[[Pen], None]) -> None:
    """Call paint with a pen for an area of the image. The area's corners are whole pixels."""
    from PIL import Image as Images
    from PIL import ImageDraw

    size = round(area.width), round(area.height)
    layer = Images.new("RGBA", (size[0] * _TIMES, size[1] * _TIMES), (255, 255, 255, 0))
    paint(Pen(ImageDraw.Draw(layer), area))
    small = layer.resize(size, Images.Resampling.BOX)
    image.paste(small, (round(area.x0), round(area.top)), small)


def badge(image: Image, at: tuple[float, float], number: int, colour: Colour) -> None:
    """Draw a disc with a number. at: top left corner."""
    from PIL import ImageDraw

    area = Rect(round(at[0]), round(at[1]), round(at[0]) + BADGE, round(at[1]) + BADGE)
    smoothly(image, area, lambda pen: pen.fill(area, colour, radius=BADGE / 2))
    text = str(number)
    left = area.x0 + (BADGE - width_of(text, _NUMBER)) / 2
    write(ImageDraw.Draw(image), (left, area.top + 1), [(Span(text, _NUMBER),)])
