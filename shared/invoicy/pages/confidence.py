"""From what speaks for a value to the chance that it is right, as fitted on documents whose families were left out."""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec


@cache
def _curves() -> dict[str, Any]:
    text = files("invoicy").joinpath("data/confidence.json").read_bytes()
    curves: dict[str, Any] = msgspec.json.decode(text)
    return curves


def confidence_of(pointer: str, score: float) -> float:
    """The chance, 0 to 1, that the value at a JSON Pointer is right, given its score; a line between fitted points."""
    curves = _curves()
    points = curves.get(pointer) or curves["default"]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if score <= x1:
            share = (score - x0) / (x1 - x0) if x1 > x0 else 1.0
            return round(float(y0 + (y1 - y0) * min(1.0, max(0.0, share))), 3)
    return round(float(points[-1][1]), 3)
