"""From kinds of evidence and their weights to chances: what a softmax over all candidates of one document says."""

import math
from functools import cache

from invoicy import data

Features = dict[str, float]
"""The strength of each kind of evidence, mostly 0 to 1."""
Weights = dict[str, dict[str, float]]
"""By what is looked for, by kind of evidence; fitted by `python -m bench fit`."""
NOBODY: Features = {"nobody": 1.0}


@cache
def fitted(name: str) -> Weights:
    """The weights in data/NAME.json."""
    return data.json(f"{name}.json", Weights)


def chances(features: list[Features], weights: dict[str, float]) -> list[float]:
    """The chance of each to be the one; the last is that of none of them."""
    sums = [sum([weights.get(kind, 0.0) * value for kind, value in one.items()]) for one in (*features, NOBODY)]
    most = max(sums)
    powers = [math.exp(one - most) for one in sums]
    total = sum(powers)
    return [one / total for one in powers]
