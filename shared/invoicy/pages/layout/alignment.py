"""The alignment of lines under each other."""

from invoicy.pages.layout.rows import Segment


def edge_offsets(upper: Segment, lower: Segment) -> tuple[float, float, float]:
    """Return the distances in points between the left edges, the right edges and the centres of two lines."""
    left, right = lower.x0 - upper.x0, lower.x1 - upper.x1
    centre = (lower.x0 + lower.x1 - upper.x0 - upper.x1) / 2
    return abs(left), abs(right), abs(centre)
