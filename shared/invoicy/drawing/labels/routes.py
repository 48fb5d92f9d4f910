"""Leader lines: from a frame to a margin through the white between the lines of print."""

from collections.abc import Sequence
from typing import NamedTuple

from invoicy.drawing.canvas.geometry import Rect

_HALF_LINE = 1.5
_EDGE, _GRAZED, _STRUCK = 0.2, 0.2, 3.0
_PER_PIXEL = 0.25
_PER_HEIGHT = 0.12
_FULL = 1000.0


class Route(NamedTuple):
    """A level line from a frame to a margin.

    is_left: the margin that it runs to. cost: pixels of print that it meets, and a part of its length.
    """

    is_left: bool
    x: float
    y: float
    cost: float


def routes_of(
    frames: Sequence[Sequence[Rect]], heights: Sequence[float], words: Sequence[Rect], page: tuple[float, float]
) -> list[Route]:
    """A route for each label, in their order; a margin that is fuller costs more.

    frames: those of each label, of which the outermost gets the line. heights: of the labels. words: boxes of the
    print, which lines avoid where they can. page: its width and height.
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
    costs = {y: _met(run, y, words) for y in (frame.bottom, frame.top, (frame.top + frame.bottom) / 2)}
    y = min(costs, key=lambda y: costs[y])
    return Route(is_left, x, y, costs[y] + _PER_PIXEL * (run[1] - run[0]))


def _met(run: tuple[float, float], y: float, words: Sequence[Rect]) -> float:
    """The pixels of print that a level line runs through; those that it only grazes count little."""
    line = Rect(run[0], y - _HALF_LINE, run[1], y + _HALF_LINE)
    met = [word for word in words if word.overlaps(line)]
    return sum(_weight(y, word) * (min(line.x1, word.x1) - max(line.x0, word.x0)) for word in met)


def _weight(y: float, word: Rect) -> float:
    """A line through the middle of a word seems to strike it out."""
    depth = min(y - word.top, word.bottom - y)
    return _GRAZED if depth < _EDGE * word.height else _STRUCK
