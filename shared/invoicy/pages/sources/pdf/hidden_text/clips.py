"""Texts of a PDF page that are cut off by the window through which they are drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.drawn_objects import DrawnObject
from invoicy.pages.sources.pdf.native_calls import ADDRESS, direct

_SLACK = 1.0  # points
_OVERHANG = 0.25  # of its height, that a text may reach over its window
_NOTHING = (0.0, 0.0, 0.0, 0.0)


def are_clipped(drawn: DrawnObject, texts: list[int], boxes: list[Box]) -> bool:
    """Some of the texts reach beyond the window through which they are drawn."""
    clips = _Clips(drawn.raw)
    held = zip(drawn.parts(drawn.raw.FPDFPageObj_GetClipPath, texts), boxes, strict=True)
    return any(not _is_within(box, window) for clip, box in held if clip for window in clips.windows(clip))


def _is_within(box: Box, window: Box) -> bool:
    left, bottom, right, top = box
    over = _OVERHANG * (top - bottom)
    return (
        window[0] - _SLACK <= left
        and right <= window[2] + _SLACK
        and window[1] - over <= bottom
        and top <= window[3] + over
    )


class _Clips:
    """The windows through which objects are drawn. Most objects of a page share them."""

    def __init__(self, raw: Any) -> None:
        self._paths = direct(raw.FPDFClipPath_CountPaths, ctypes.c_int, ADDRESS)
        self._strokes = direct(raw.FPDFClipPath_CountPathSegments, ctypes.c_int, ADDRESS, ctypes.c_int)
        self._stroke = direct(raw.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, ctypes.c_int, ctypes.c_int)
        self._point = direct(raw.FPDFPathSegment_GetPoint, ctypes.c_int, ADDRESS, ADDRESS, ADDRESS)
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._known: dict[int, Box] = {}

    def windows(self, clip: int) -> Iterator[Box]:
        """The boxes of its paths; an empty one for a path that is no upright rectangle."""
        for path in range(self._paths(clip)):
            address = self._stroke(clip, path, 0) or 0
            if address not in self._known:
                self._known[address] = self._window(clip, path)
            yield self._known[address]

    def _window(self, clip: int, path: int) -> Box:
        count = self._strokes(clip, path)
        points = [self._place(self._stroke(clip, path, index)) for index in range(min(max(count, 0), 6))]
        if not 4 <= count <= 5:
            return _NOTHING
        columns, rows = {round(x, 2) for x, _ in points}, {round(y, 2) for _, y in points}
        if len(columns) != 2 or len(rows) != 2:
            return _NOTHING
        return min(columns), min(rows), max(columns), max(rows)

    def _place(self, stroke: int) -> tuple[float, float]:
        self._point(stroke, *self._at)
        return self._x.value, self._y.value
