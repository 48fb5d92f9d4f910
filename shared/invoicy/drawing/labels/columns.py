"""Labels in a column: each as near as possible to its value, without overlaps."""

from collections.abc import Sequence
from itertools import accumulate


def stacked(wishes: Sequence[float], heights: Sequence[float], gap: float, room: float) -> list[float]:
    """Return the tops of labels such that the sum of squared distances from their wishes is the smallest possible.

    wishes: preferred top of each label, in ascending order. heights: of the labels. gap: smallest distance between two
    labels. room: height of the column; labels that need more exceed it. All are in pixels.
    """
    offsets = list(accumulate((height + gap for height in heights[:-1]), initial=0.0))[: len(heights)]
    needed = offsets[-1] + heights[-1] if heights else 0.0
    most = max(0.0, room - needed)
    level = _ascending([wish - offset for wish, offset in zip(wishes, offsets, strict=True)])
    return [min(most, max(0.0, top)) + offset for top, offset in zip(level, offsets, strict=True)]


def _ascending(values: Sequence[float]) -> list[float]:
    """Return the ascending numbers nearest to the values. Neighbours out of order get their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, members = pools.pop()
            mean = (before * members + mean * count) / (members + count)
            count += members
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
