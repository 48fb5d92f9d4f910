"""The plan of a sheet: the places of the page, the frames, the labels and their leader lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.lettering import height_of
from invoicy.drawing.labels.columns import stacked
from invoicy.drawing.labels.label import MarkLabel, labels_of
from invoicy.drawing.labels.routes import Route, routes_of
from invoicy.drawing.values.marks import Mark
from invoicy.pages.sources.page import Box

EDGE = 36.0
LABEL_WIDTH = 350.0
_GUTTER = 60.0
_BAR = 14.0
_BADGE = 36.0
_GAP = 16.0
_AROUND = 3.0
_MIN_WIDTH = 1400.0


class Leader(Struct, frozen=True):
    """A line from a frame horizontally to the edge of the page, and from there to the label's bar."""

    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]


class PlacedLabel(Struct, frozen=True):
    """A label with its place. text: area of its lines. bar: the coloured bar beside it, where the leader ends."""

    label: MarkLabel
    text: Rect
    bar: Rect
    leader: Leader


class Plan(Struct, frozen=True):
    """The plan of a sheet, in pixels from its top left corner. words: boxes of the printed words."""

    width: float
    height: float
    page: Rect
    words: tuple[Rect, ...]
    labels: tuple[PlacedLabel, ...]
    codes: tuple[Rect, ...]

    @property
    def overlaps(self) -> tuple[int, int]:
        """Number of labels that overlap another label, and of labels that overlap printed words."""
        texts = [placed.text for placed in self.labels]
        over_labels = sum(sum(text.overlaps(other) for other in texts) > 1 for text in texts)  # each overlaps itself
        return over_labels, sum(any(text.overlaps(word) for word in self.words) for text in texts)


def plan_of(marks: Sequence[Mark], words: Sequence[Box], codes: Sequence[Box], size: tuple[int, int]) -> Plan:
    """Return the plan of a page. words, codes: boxes in shares of the page. size: of the page in pixels."""
    labels = labels_of([(mark, _frame(mark.box, size)) for mark in marks], LABEL_WIDTH - _BADGE)
    printed = [_pixels(word, size) for word in words]
    routes = routes_of([label.frames for label in labels], [_height(label) + _GAP for label in labels], printed, size)
    left, right = (any(route.is_left is side for route in routes) for side in (True, False))
    margins = [EDGE + (LABEL_WIDTH + _BAR + _GUTTER - EDGE / 2 if is_used else 0) for is_used in (left, right)]
    spare = max(0.0, _MIN_WIDTH - sum(margins) - size[0]) / 2
    page = Rect(0, 0, *size).moved(margins[0] + spare, EDGE)
    placed = [
        *_column(labels, routes, page, is_left=True),
        *_column(labels, routes, page, is_left=False),
    ]
    bottom = max((label.text.bottom for label in placed), default=0.0)
    return Plan(
        round(sum(margins) + 2 * spare + size[0]),
        round(max(page.bottom, bottom) + EDGE),
        page,
        tuple(word.moved(page.x0, page.top) for word in printed),
        tuple(placed),
        tuple(_frame(code, size).moved(page.x0, page.top) for code in codes),
    )


def _column(labels: Sequence[MarkLabel], routes: Sequence[Route], page: Rect, *, is_left: bool) -> list[PlacedLabel]:
    pairs = zip(labels, routes, strict=True)
    members = sorted((pair for pair in pairs if pair[1].is_left is is_left), key=lambda pair: pair[1].y)
    heights = [_height(label) for label, _ in members]
    wishes = [route.y - height / 2 for (_, route), height in zip(members, heights, strict=True)]
    tops = stacked(wishes, heights, _GAP, page.height)
    return [
        _placed(label, route, page, page.top + top, height)
        for (label, route), top, height in zip(members, tops, heights, strict=True)
    ]


def _height(label: MarkLabel) -> float:
    return max(height_of(label.lines), _BADGE * len(label.notes))


def _placed(label: MarkLabel, route: Route, page: Rect, top: float, height: float) -> PlacedLabel:
    if route.is_left:
        bar = page.x0 - _GUTTER - 4
        text = Rect(bar - _BAR + 4 - LABEL_WIDTH, top, bar - _BAR + 4, top + height)
        edge, end = page.x0, bar + 4
    else:
        bar = page.x1 + _GUTTER
        text = Rect(bar + _BAR, top, bar + _BAR + LABEL_WIDTH, top + height)
        edge, end = page.x1, bar
    y = page.top + route.y
    leader = Leader((page.x0 + route.x, y), (edge, y), (end, top + height / 2))
    moved = tuple(frame.moved(page.x0, page.top) for frame in label.frames)
    on_sheet = structs.replace(label, frames=moved)
    return PlacedLabel(on_sheet, text, Rect(bar, top, bar + 4, top + height), leader)


def _pixels(box: Box, size: tuple[int, int]) -> Rect:
    """Return the part of a box on the page, in pixels: text may extend beyond the edges."""
    x0, top, x1, bottom = (min(1.0, max(0.0, share)) for share in box)
    return Rect(x0 * size[0], top * size[1], x1 * size[0], bottom * size[1])


def _frame(box: Box, size: tuple[int, int]) -> Rect:
    return _pixels(box, size).grown(_AROUND)
