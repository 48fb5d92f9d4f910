"""The objects that a PDF page draws, in their order, asked of pdfium in bulk: a page has hundreds of them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, direct

"""Left, bottom, right, top in the page's own points."""
Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each up to 255."""

_EVERYWHERE = (-20_000.0, -20_000.0, 20_000.0, 20_000.0)
_FLOAT, _INT = ctypes.c_float, ctypes.c_uint


class DrawnObject:
    """The objects of a pypdfium2 page: handles and their kinds, from the lowest to the topmost. raw: pypdfium2.raw."""

    def __init__(self, raw: Any, page: Any, most: int) -> None:
        self.raw = raw
        self._most = most
        count = min(raw.FPDFPage_CountObjects(page), most)
        of_page = direct(raw.FPDFPage_GetObject, ADDRESS, ADDRESS, ctypes.c_int)
        self.handles: list[int] = list(map(of_page, repeat(address_of(page.raw)), range(count)))
        self.kinds: list[int] = self.asked(raw.FPDFPageObj_GetType, self.handles)

    def of_kind(self, *kinds: int) -> list[tuple[int, int]]:
        """Places in the order, and handles."""
        pairs = enumerate(zip(self.handles, self.kinds, strict=True))
        return [(order, handle) for order, (handle, kind) in pairs if kind in kinds]

    def within(self, form: int) -> list[int]:
        """The handles of the objects in a drawing within the page."""
        count = self.raw.FPDFFormObj_CountObjects(ctypes.cast(form, self.raw.FPDF_PAGEOBJECT))
        of_form = direct(self.raw.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
        return list(map(of_form, repeat(form), range(min(max(count, 0), self._most))))

    def asked(self, function: Any, handles: Sequence[int]) -> list[int]:
        """The function's answer about each of the objects, a number."""
        return list(map(direct(function, ctypes.c_int, ADDRESS), handles))

    def switch(self, handles: Sequence[int], *, on: bool) -> None:
        """Leaves objects out of what is drawn from now on, or takes them in again; in memory only."""
        switch = direct(self.raw.FPDFPageObj_SetIsActive, ctypes.c_int, ADDRESS, ctypes.c_int)
        for _ in map(switch, handles, repeat(int(on))):
            pass

    def parts(self, function: Any, handles: Sequence[int]) -> list[int]:
        """The address of what the function gives for each of the objects; 0 for nothing."""
        return [address or 0 for address in map(direct(function, ADDRESS, ADDRESS), handles)]

    def boxes(self, handles: Sequence[int]) -> list[Box]:
        """All zero where pdfium knows none; everywhere for a box without end."""
        boxes = self._filled(self.raw.FPDFPageObj_GetBounds, _FLOAT, 4, handles)
        return [box if math.isfinite(sum(box)) else _EVERYWHERE for box in boxes]

    def colours(self, handles: Sequence[int]) -> list[Colour]:
        """Those of the fill. pdfium says white or a light grey for a pattern."""
        return list(self._filled(self.raw.FPDFPageObj_GetFillColor, _INT, 4, handles))

    def fills_and_strokes(self, handles: Sequence[int]) -> list[tuple[int, int]]:
        """For each path whether it is filled, and whether its line is drawn."""
        return list(self._filled(self.raw.FPDFPath_GetDrawMode, _INT, 2, handles))

    def widths(self, handles: Sequence[int]) -> list[float]:
        """The widest line of each path, in points."""
        widths = [width for (width,) in self._filled(self.raw.FPDFPageObj_GetStrokeWidth, _FLOAT, 1, handles)]
        matrices = self._filled(self.raw.FPDFPageObj_GetMatrix, _FLOAT, 6, handles, places=1)
        scales = (max(abs(a) + abs(b), abs(c) + abs(d)) for a, b, c, d, _, _ in matrices)
        return [width * scale for width, scale in zip(widths, scales, strict=True)]

    def _filled(
        self, function: Any, kind: Any, size: int, handles: Sequence[int], places: int = 0
    ) -> Iterator[tuple[Any, ...]]:
        """The numbers that the function writes for each object, size of them to as many places, or to one."""
        answers = (kind * (size * len(handles)))()
        first, width = ctypes.addressof(answers), ctypes.sizeof(kind)
        places = places or size
        ends = (
            range(first + place * width, first + place * width + len(answers) * width, size * width)
            for place in range(places)
        )
        ask: Callable[..., int] = direct(function, ctypes.c_int, ADDRESS, *[ADDRESS] * places)
        for _ in map(ask, handles, *ends):
            pass
        each = iter(answers[:])
        return zip(*[each] * size, strict=True)
