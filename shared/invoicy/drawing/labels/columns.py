"""Labels in a column: each as near as can be to the height it wishes for, none over another."""

from collections.abc import Sequence
from itertools import accumulate


def stacked(wishes: Sequence[float], heights: Sequence[float], gap: float, room: float) -> list[float]:
    """Tops of labels in the order given, which has to be that of their wishes.

    wishes: the top that each label would like. gap: least distance between two labels. room: height of the column; it
    is exceeded only where the labels need more. The squared distances from the wishes are the least possible.
    """
    offsets = list(accumulate((height + gap for height in heights[:-1]), initial=0.0))[: len(heights)]
    needed = offsets[-1] + heights[-1] if heights else 0.0
    most = max(0.0, room - needed)
    level = _ascending([wish - offset for wish, offset in zip(wishes, offsets, strict=True)])
    return [min(most, max(0.0, top)) + offset for top, offset in zip(level, offsets, strict=True)]


def _ascending(values: Sequence[float]) -> list[float]:
    """The ascending numbers that are nearest to the values: neighbours out of order take their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, members = pools.pop()
            mean = (before * members + mean * count) / (members + count)
            count += members
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
