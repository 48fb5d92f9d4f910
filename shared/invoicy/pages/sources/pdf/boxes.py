"""Arithmetic of boxes: left, top, right, bottom."""

from collections.abc import Iterable

from invoicy.pages.sources.page import Box


def area(box: Box) -> float:
    """Return the area of a box, in the square of its unit."""
    x0, top, x1, bottom = box
    return (x1 - x0) * (bottom - top)


def box_around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that contains all boxes. Raises ValueError without any."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def page_shares(box: Box, size: tuple[float, float]) -> Box:
    """Return a box in points as shares of a page, cut off at its edges. size: width and height in points."""
    width, height = size
    x0, top, x1, bottom = box
    return _share(x0 / width), _share(top / height), _share(x1 / width), _share(bottom / height)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
