"""Confidence: the chance that a value with this score is right, by the curves that `bench fit confidence` fits."""

from functools import cache
from itertools import pairwise

from invoicy import data

Curves = dict[str, list[tuple[float, float]]]
"""Points (score, confidence) of a rising curve, by JSON Pointer; "default" is for all other pointers."""
_DIGITS = 3  # a reading states confidence in thousandths; the sets of labelled invoices do not resolve more


@cache
def _fitted() -> Curves:
    return data.json("weights/confidence.json", Curves)


def confidence_of(pointer: str, score: float) -> float:
    """Return the chance, 0 to 1, that the value at a JSON Pointer is right, given its score."""
    return confidence_in(_fitted(), pointer, score)


def confidence_in(curves: Curves, pointer: str, score: float) -> float:
    """Return the confidence on the curve of a JSON Pointer, by straight lines between its points."""
    points = curves.get(pointer) or curves["default"]
    for (low, confidence), (high, higher) in pairwise(points):
        if score <= high:
            share = (score - low) / (high - low) if high > low else 1.0
            return round(confidence + (higher - confidence) * min(1.0, max(0.0, share)), _DIGITS)
    return round(points[-1][1], _DIGITS)
