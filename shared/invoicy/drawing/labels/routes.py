"""Routes of leader lines: from a frame to a margin, between the printed lines where possible."""

from collections.abc import Sequence
from typing import NamedTuple

from invoicy.drawing.canvas.geometry import Rect

_HALF_LINE = 1.5
_EDGE, _GRAZED, _STRUCK = 0.2, 0.2, 3.0
_PER_PIXEL = 0.25
_PER_HEIGHT = 0.12
_FULL = 1000.0


class Route(NamedTuple):
    """A horizontal line from a frame to a margin.

    is_left: True for the left margin. x, y: its start, in pixels. cost: weighted pixels of print that it crosses, plus
    a part of its length.
    """

    is_left: bool
    x: float
    y: float
    cost: float


def routes_of(
    frames: Sequence[Sequence[Rect]], heights: Sequence[float], words: Sequence[Rect], page: tuple[float, float]
) -> list[Route]:
    """Return a route for each label, in the same order. Routes to a fuller margin cost more.

    frames: for each label the frames of its values; the line starts at the outermost. heights: of the labels. words:
    boxes of printed words. page: its width and height. All are in pixels.
    """
    taken = {True: 0.0, False: 0.0}
    chosen: dict[int, Route] = {}
    pairs = [[_best(of_label, words, page[0], is_left=side) for side in taken] for of_label in frames]
    for index in sorted(range(len(frames)), key=lambda index: -abs(pairs[index][0].cost - pairs[index][1].cost)):
        costs = {
            route.cost
            + _PER_HEIGHT * taken[route.is_left]
            + _FULL * (taken[route.is_left] + heights[index] > page[1]): route
            for route in reversed(pairs[index])
        }
        chosen[index] = costs[min(costs)]
        taken[chosen[index].is_left] += heights[index]
    return [chosen[index] for index in range(len(frames))]


def _best(frames: Sequence[Rect], words: Sequence[Rect], width: float, *, is_left: bool) -> Route:
    frame = min(frames, key=lambda frame: frame.x0) if is_left else max(frames, key=lambda frame: frame.x1)
    x, end = (frame.x0, 0.0) if is_left else (frame.x1, width)
    run = (min(x, end), max(x, end))
    costs = {y: _crossing_cost(run, y, words) for y in (frame.bottom, frame.top, (frame.top + frame.bottom) / 2)}
    y = min(costs, key=lambda y: costs[y])
    return Route(is_left, x, y, costs[y] + _PER_PIXEL * (run[1] - run[0]))


def _crossing_cost(run: tuple[float, float], y: float, words: Sequence[Rect]) -> float:
    """Return the weighted pixels of print that a horizontal line crosses."""
    line = Rect(run[0], y - _HALF_LINE, run[1], y + _HALF_LINE)
    crossed = [word for word in words if word.overlaps(line)]
    return sum(_weight(y, word) * (min(line.x1, word.x1) - max(line.x0, word.x0)) for word in crossed)


def _weight(y: float, word: Rect) -> float:
    """Return the weight of a word: high for a line through its middle, which looks like a deletion, low at its edge."""
    depth = min(y - word.top, word.bottom - y)
    return _GRAZED if depth < _EDGE * word.height else _STRUCK
