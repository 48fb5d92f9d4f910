"""Rectangles on a sheet, in pixels from its top left corner."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle with sides parallel to the sheet's."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def overlaps(self, other: Rect) -> bool:
        """Test whether the rectangles have an area in common. Touching sides do not count."""
        across = self.x0 < other.x1 and other.x0 < self.x1
        return across and self.top < other.bottom and other.top < self.bottom

    def grown(self, by: float) -> Rect:
        """Return the rectangle with each side moved outwards. by: pixels."""
        return Rect(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def moved(self, across: float, down: float) -> Rect:
        """Return the rectangle moved right and down. across, down: pixels."""
        return Rect(self.x0 + across, self.top + down, self.x1 + across, self.bottom + down)
