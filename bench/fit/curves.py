"""Curves from the score of a value to the share of values that are right, fitted to observations."""

from collections import defaultdict
from collections.abc import Iterator

from bench.fit.observations import RANKED, Observation
from invoicy.pages.scoring.confidence import Curves, confidence_in

_UNSEEN = [(0.0, 0.1), (0.4, 0.5), (0.7, 0.8), (0.95, 0.95), (1.001, 0.97)]
"""The curve of a score before any document is seen."""
_MAX_PRIOR = 0.98  # confidence of the highest chance before any document is seen; set by hand
_PRIOR_FAMILIES = 2.0  # the prior counts as much as this many families in each group; set by hand
_MAX_CONFIDENCE = 0.99  # a barcode with the same value is more certain
_POINTS = 8  # of a curve, about; groups of similar scores with one point each
_MIN_VALUES = 40  # observations of a term that has a curve of its own: five for each point


def curves_of(observed: list[Observation]) -> Curves:
    """Return a rising curve of a few points for each term with enough values, and one for the other terms."""
    by_pointer: dict[str, list[Observation]] = defaultdict(list)
    for each in observed:
        by_pointer[each.pointer].append(each)
        if each.pointer not in RANKED:
            by_pointer["default"].append(each)
    return {name: _curve(values, name) for name, values in by_pointer.items() if len(values) >= _MIN_VALUES}


def judged_apart(observed: list[Observation]) -> list[tuple[Observation, float]]:
    """Return each value with its confidence by curves fitted to the other families."""
    judged = []
    for family in sorted({each.family for each in observed}):
        curves = curves_of([each for each in observed if each.family != family])
        own = [each for each in observed if each.family == family]
        judged += [(each, confidence_in(curves, each.pointer, each.score)) for each in own]
    return judged


def _curve(values: list[Observation], pointer: str) -> list[tuple[float, float]]:
    """Return the share of right values in groups of similar scores, pulled to the prior and made to rise."""
    points: list[list[float]] = []
    for group in _groups(sorted(values, key=lambda each: each.score)):
        weight = sum(each.weight for each in group)
        middle = sum(each.score * each.weight for each in group) / weight
        right = sum(each.weight for each in group if each.right)
        points.append([middle, right + _PRIOR_FAMILIES * _prior(middle, pointer), weight + _PRIOR_FAMILIES])
        while len(points) > 1 and points[-2][1] / points[-2][2] > points[-1][1] / points[-1][2]:
            score, hits, count = points.pop()
            before = points[-1]
            before[0] = (before[0] * before[2] + score * count) / (before[2] + count)
            before[1], before[2] = before[1] + hits, before[2] + count
    curve = [(round(score, 3), round(min(hits / count, _MAX_CONFIDENCE), 3)) for score, hits, count in points]
    lowest = 0.0 if pointer in RANKED else round(curve[0][1] / 2, 3)
    return [(0.0, lowest), *curve, (1.001, curve[-1][1])]


def _groups(values: list[Observation]) -> Iterator[list[Observation]]:
    """Yield groups of neighbouring scores, all of about the same weight. values: by rising score."""
    share = sum(each.weight for each in values) / _POINTS
    group: list[Observation] = []
    for value in values:
        group.append(value)
        if sum(each.weight for each in group) >= share:
            yield group
            group = []
    if group:
        yield group


def _prior(score: float, pointer: str) -> float:
    """Return the confidence of a score before any document is seen."""
    if pointer in RANKED:
        return min(score, _MAX_PRIOR)
    return confidence_in({"default": _UNSEEN}, "default", score)
