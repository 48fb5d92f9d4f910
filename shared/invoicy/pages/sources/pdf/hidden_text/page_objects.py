"""The objects of a PDF page in drawing order, read from PDFium in bulk: a page has hundreds of them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, native

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each from 0 to 255."""

# Points: wider than the largest page of PDF, 14,400 points (ISO 32000-1, Annex C).
_EVERYWHERE = (-20_000.0, -20_000.0, 20_000.0, 20_000.0)
_FLOAT, _INT = ctypes.c_float, ctypes.c_uint


class PageObjects:
    """Handles and types of the objects of a pypdfium2 page, from the lowest to the topmost.

    raw: pypdfium2.raw. limit: the most objects to read of the page, and of each form XObject.
    """

    def __init__(self, raw: Any, page: Any, limit: int) -> None:
        self.raw = raw
        self._limit = limit
        count = min(raw.FPDFPage_CountObjects(page), limit)
        page_object = native(raw.FPDFPage_GetObject, ADDRESS, ADDRESS, ctypes.c_int)
        self.handles: list[int] = list(map(page_object, repeat(address_of(page.raw)), range(count)))
        self.types: list[int] = self.results(raw.FPDFPageObj_GetType, self.handles)

    def of_type(self, *types: int) -> list[tuple[int, int]]:
        """Return the places in drawing order and the handles of the objects of some types."""
        pairs = enumerate(zip(self.handles, self.types, strict=True))
        return [(order, handle) for order, (handle, object_type) in pairs if object_type in types]

    def in_form(self, form: int) -> list[int]:
        """Return the handles of the objects in a form XObject."""
        count = self.raw.FPDFFormObj_CountObjects(ctypes.cast(form, self.raw.FPDF_PAGEOBJECT))
        form_object = native(self.raw.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
        return list(map(form_object, repeat(form), range(min(max(count, 0), self._limit))))

    def results(self, function: Any, handles: Sequence[int]) -> list[int]:
        """Return the number that a function of PDFium returns for each object."""
        return list(map(native(function, ctypes.c_int, ADDRESS), handles))

    def addresses(self, function: Any, handles: Sequence[int]) -> list[int]:
        """Return the address that a function of PDFium returns for each object; 0 for a null pointer."""
        return [address or 0 for address in map(native(function, ADDRESS, ADDRESS), handles)]

    def set_active(self, handles: Sequence[int], *, active: bool) -> None:
        """Include objects in renderings of the page, or leave them out, in memory only."""
        set_active = native(self.raw.FPDFPageObj_SetIsActive, ctypes.c_int, ADDRESS, ctypes.c_int)
        for _ in map(set_active, handles, repeat(int(active))):
            pass

    def boxes(self, handles: Sequence[int]) -> list[Box]:
        """Return left, bottom, right, top in user space; all 0 for an object without a box."""
        boxes = self._outputs(self.raw.FPDFPageObj_GetBounds, _FLOAT, 4, handles)
        return [box if math.isfinite(sum(box)) else _EVERYWHERE for box in boxes]

    def fill_colours(self, handles: Sequence[int]) -> list[Colour]:
        """Return the fill colours. PDFium returns white or light grey for a pattern."""
        return list(self._outputs(self.raw.FPDFPageObj_GetFillColor, _INT, 4, handles))

    def draw_modes(self, handles: Sequence[int]) -> list[tuple[int, int]]:
        """Return for each path if it is filled (1 or 2) and if it is stroked (1)."""
        return list(self._outputs(self.raw.FPDFPath_GetDrawMode, _INT, 2, handles))

    def stroke_widths(self, handles: Sequence[int]) -> list[float]:
        """Return the width of the stroke of each path where it is widest, in points."""
        widths = [width for (width,) in self._outputs(self.raw.FPDFPageObj_GetStrokeWidth, _FLOAT, 1, handles)]
        matrices = self._outputs(self.raw.FPDFPageObj_GetMatrix, _FLOAT, 6, handles, parameters=1)
        scales = (max(abs(a) + abs(b), abs(c) + abs(d)) for a, b, c, d, _, _ in matrices)
        return [width * scale for width, scale in zip(widths, scales, strict=True)]

    def _outputs(
        self, function: Any, value_type: Any, values: int, handles: Sequence[int], parameters: int = 0
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the values that a function writes for each object.

        values: how many it writes for an object. parameters: the number of its output parameters, if it is another.
        """
        buffer = (value_type * (values * len(handles)))()
        first, size = ctypes.addressof(buffer), ctypes.sizeof(value_type)
        parameters = parameters or values
        addresses = (
            range(first + index * size, first + index * size + len(buffer) * size, values * size)
            for index in range(parameters)
        )
        call: Callable[..., int] = native(function, ctypes.c_int, ADDRESS, *[ADDRESS] * parameters)
        for _ in map(call, handles, *addresses):
            pass
        written = iter(buffer[:])
        return zip(*[written] * values, strict=True)
