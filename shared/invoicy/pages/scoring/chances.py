"""Chances of candidates: a softmax over the weighted evidence of all candidates of a document."""

import math
from collections.abc import Mapping, Sequence
from functools import cache

from invoicy import data

Features = dict[str, float]
"""Features of a candidate: the strength, 0 to 1, of each kind of evidence that applies to it."""
Weights = dict[str, dict[str, float]]
"""Weight of each kind of evidence, by term and kind; fitted by `python -m bench fit`."""
NO_CANDIDATE = "no candidate"
"""The only kind of evidence for the choice of no candidate; its strength is always 1."""


@cache
def fitted(name: str) -> Weights:
    """Return the weights in data/weights/NAME.json."""
    return data.json(f"weights/{name}.json", Weights)


def chances(evidence: Sequence[Features], weights: Mapping[str, float]) -> list[float]:
    """Return the chance of each candidate to be right, and last the chance that none of them is; together 1.

    Raises KeyError for a kind of evidence without a weight.
    """
    scores = [
        sum([weights[kind] * strength for kind, strength in kinds.items()])
        for kinds in (*evidence, {NO_CANDIDATE: 1.0})
    ]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
