"""Matrices from a PDF page's user space to the page as shown, and to the page turned so that its text is level."""

from __future__ import annotations

import ctypes
from typing import Any

# FPDF_PageToDevice returns whole pixels: so many a side keep places exact to 0.01 points on A4.
_DEVICE_PIXELS = 100_000
# Points of user space between the places that are compared: enough that rounding does not show in the scale.
_DISTANCE = 1000

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of ISO 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f."""
Size = tuple[float, float]
"""Width and height in points."""


def matrix_of(raw: Any, page: Any, size: Size) -> Matrix:
    """Return the matrix from user space to points from the top left of the page as shown, rotated and cropped.

    raw: pypdfium2.raw. page: a pypdfium2 page. size: that of the page as shown.
    """

    def place_of(x: float, y: float) -> tuple[float, float]:
        left, top = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            page, 0, 0, _DEVICE_PIXELS, _DEVICE_PIXELS, 0, x, y, ctypes.byref(left), ctypes.byref(top)
        )
        return left.value * size[0] / _DEVICE_PIXELS, top.value * size[1] / _DEVICE_PIXELS

    (e, f), (ax, ay), (cx, cy) = place_of(0, 0), place_of(_DISTANCE, 0), place_of(0, _DISTANCE)
    return (ax - e) / _DISTANCE, (ay - f) / _DISTANCE, (cx - e) / _DISTANCE, (cy - f) / _DISTANCE, e, f


def turned_back(matrix: Matrix, size: Size, turn: int) -> tuple[Matrix, Size]:
    """Return the matrix and the size of the page turned back.

    turn: quarter turns clockwise in which the text runs on the page as shown.
    """
    a, b, c, d, e, f = matrix
    width, height = size
    if turn == 1:
        return (b, -a, d, -c, f, width - e), (height, width)
    if turn == 2:
        return (-a, -b, -c, -d, width - e, height - f), size
    if turn == 3:
        return (-b, a, -d, c, height - f, e), (height, width)
    return matrix, size


def transformed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Apply a matrix to a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
