"""From a PDF page's own coordinates to the page as shown, and on to the page turned so that its text is level."""

from __future__ import annotations

import ctypes
from typing import Any

_SCALE = 100_000


Matrix = tuple[float, float, float, float, float, float]


Size = tuple[float, float]


def matrix_of(raw: Any, page: Any, size: Size) -> Matrix:
    """From the page's own coordinates to points from the top left of the page as shown, turned and cropped."""

    def at(x: float, y: float) -> tuple[float, float]:
        left, top = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, _SCALE, _SCALE, 0, x, y, ctypes.byref(left), ctypes.byref(top))
        return left.value * size[0] / _SCALE, top.value * size[1] / _SCALE

    (e, f), (ax, ay), (cx, cy) = at(0, 0), at(1000, 0), at(0, 1000)
    return (ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f


def made_level(matrix: Matrix, size: Size, turn: int) -> tuple[Matrix, Size]:
    """The same for a page whose text runs so many quarter turns clockwise of level; size is that of the level page."""
    a, b, c, d, e, f = matrix
    width, height = size
    if turn == 1:
        return (b, -a, d, -c, f, width - e), (height, width)
    if turn == 2:
        return (-a, -b, -c, -d, width - e, height - f), size
    if turn == 3:
        return (-b, a, -d, c, height - f, e), (height, width)
    return matrix, size
