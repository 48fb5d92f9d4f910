"""From what speaks for a value to the chance that it is right, as `python -m bench fit confidence` fitted it."""

from functools import cache
from itertools import pairwise

from invoicy import data

Curves = dict[str, list[tuple[float, float]]]


@cache
def _fitted() -> Curves:
    return data.json("confidence.json", Curves)


def confidence_of(pointer: str, score: float) -> float:
    """The chance, 0 to 1, that the value at a JSON Pointer is right, given its score."""
    return confidence_in(_fitted(), pointer, score)


def confidence_in(curves: Curves, pointer: str, score: float) -> float:
    """The same by curves of one's own: straight lines between fitted points."""
    points = curves.get(pointer) or curves["default"]
    for (x0, y0), (x1, y1) in pairwise(points):
        if score <= x1:
            share = (score - x0) / (x1 - x0) if x1 > x0 else 1.0
            return round(y0 + (y1 - y0) * min(1.0, max(0.0, share)), 3)
    return round(points[-1][1], 3)
