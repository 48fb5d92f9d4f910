"""Text objects of a PDF page that their clip path cuts off."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from invoicy.pages.sources.pdf.native_calls import ADDRESS, native

# Points that a text's box may reach over at its sides, where letters have some room.
_MAX_OVERHANG = 1.0
# Share of a text's height that may reach over above and below: room that most letters do not use.
_MAX_OVERHANG_BY_HEIGHT = 0.25
# Segments of a rectangle, with or without the one that closes it.
_RECTANGLE_SEGMENTS = (4, 5)
# Hundredths of a point: corners of a rectangle differ by rounding.
_DECIMALS = 2
_EMPTY = (0.0, 0.0, 0.0, 0.0)  # covers nothing


def are_clipped(objects: PageObjects, texts: list[int], boxes: list[Box]) -> bool:
    """Test whether a text object reaches beyond one of its clip paths. boxes: those of the texts."""
    clip_paths = _ClipPaths(objects.raw)
    handles = objects.addresses(objects.raw.FPDFPageObj_GetClipPath, texts)
    return any(
        not _is_within(box, clip_box)
        for handle, box in zip(handles, boxes, strict=True)
        if handle
        for clip_box in clip_paths.boxes(handle)
    )


def _is_within(box: Box, clip_box: Box) -> bool:
    left, bottom, right, top = box
    overhang = _MAX_OVERHANG_BY_HEIGHT * (top - bottom)
    return (
        clip_box[0] - _MAX_OVERHANG <= left
        and right <= clip_box[2] + _MAX_OVERHANG
        and clip_box[1] - overhang <= bottom
        and top <= clip_box[3] + overhang
    )


class _ClipPaths:
    """Boxes of clip paths by the address of their first segment: most objects of a page share them."""

    def __init__(self, raw: Any) -> None:
        self._count_paths = native(raw.FPDFClipPath_CountPaths, ctypes.c_int, ADDRESS)
        self._count_segments = native(raw.FPDFClipPath_CountPathSegments, ctypes.c_int, ADDRESS, ctypes.c_int)
        self._segment = native(raw.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, ctypes.c_int, ctypes.c_int)
        self._get_point = native(raw.FPDFPathSegment_GetPoint, ctypes.c_int, ADDRESS, ADDRESS, ADDRESS)
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._addresses = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._boxes: dict[int, Box] = {}

    def boxes(self, handle: int) -> Iterator[Box]:
        """Yield the box of each path of a clip path; an empty one for a path that is not an upright rectangle."""
        for path in range(self._count_paths(handle)):
            first_segment = self._segment(handle, path, 0) or 0
            if first_segment not in self._boxes:
                self._boxes[first_segment] = self._box(handle, path)
            yield self._boxes[first_segment]

    def _box(self, handle: int, path: int) -> Box:
        count = self._count_segments(handle, path)
        if count not in _RECTANGLE_SEGMENTS:
            return _EMPTY
        points = [self._point(self._segment(handle, path, index)) for index in range(count)]
        columns, rows = {round(x, _DECIMALS) for x, _ in points}, {round(y, _DECIMALS) for _, y in points}
        if len(columns) != 2 or len(rows) != 2:
            return _EMPTY
        return min(columns), min(rows), max(columns), max(rows)

    def _point(self, segment: int) -> tuple[float, float]:
        self._get_point(segment, *self._addresses)
        return self._x.value, self._y.value
