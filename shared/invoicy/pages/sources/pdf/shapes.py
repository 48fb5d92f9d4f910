"""The shapes on a PDF page, asked of pdfium without the cost of its bindings: a page has hundreds, codes are few."""

from __future__ import annotations

import ctypes
import math
from itertools import repeat
from typing import Any, NamedTuple

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import Matrix
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, direct

_FORM, _IMAGE, _PATH = 5, 3, 2
_DEEPEST = 4
_MOST = 20_000
_FEW_BYTES, _MANY_BYTES = 4096, 100_000
_SCREEN_PIXELS = 1_000_000
_PACKED = {"FlateDecode": 1.0, "LZWDecode": 1.0, "DCTDecode": 4.0}  # bits a pixel


class PdfShape(NamedTuple):
    """handle: pdfium's. strokes: how many lines a path is made of, none for a picture. space: where its box lies."""

    handle: int
    strokes: int
    space: Matrix


class PdfShapes:
    """Asks for the shapes of a page; raw: pypdfium2.raw."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._of_page = direct(raw.FPDFPage_GetObject, ADDRESS, ADDRESS, ctypes.c_int)
        self._of_form = direct(raw.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
        self._kind = direct(raw.FPDFPageObj_GetType, ctypes.c_int, ADDRESS)
        self._strokes = direct(raw.FPDFPath_CountSegments, ctypes.c_int, ADDRESS)
        self._bounds = direct(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[ADDRESS] * 5)
        self._sides = (ctypes.c_float * 4)()
        first = ctypes.addressof(self._sides)
        self._places = [first + index * ctypes.sizeof(ctypes.c_float) for index in range(4)]

    def on(self, page: Any, space: Matrix) -> list[PdfShape]:
        """The paths and pictures of a page, also within the drawings within it."""
        count = min(self._raw.FPDFPage_CountObjects(page), _MOST)
        return self._among(list(map(self._of_page, repeat(address_of(page.raw)), range(count))), space, 0)

    def _among(self, handles: list[int], space: Matrix, depth: int) -> list[PdfShape]:
        """All are asked in one go: a loop in Python would take as long again as pdfium does."""
        kinds = list(map(self._kind, handles))
        paths = [handle for handle, kind in zip(handles, kinds, strict=True) if kind == _PATH]
        shapes = list(map(PdfShape, paths, (count or 1 for count in map(self._strokes, paths)), repeat(space)))
        if _IMAGE in kinds or _FORM in kinds:
            for handle, kind in zip(handles, kinds, strict=True):
                if kind == _IMAGE:
                    shapes.append(PdfShape(handle, 0, space))
                elif kind == _FORM and depth < _DEEPEST:
                    shapes += self._within(handle, space, depth)
        return shapes

    def _within(self, form: int, space: Matrix, depth: int) -> list[PdfShape]:
        thing = self._typed(form)
        count = min(self._raw.FPDFFormObj_CountObjects(thing), _MOST)
        inner = list(map(self._of_form, repeat(form), range(max(0, count))))
        return self._among(inner, self._inner(thing, space), depth + 1)

    def _inner(self, form: Any, outer: Matrix) -> Matrix:
        own = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(form, ctypes.byref(own)):
            return outer
        a, b, c, d, e, f = outer
        return (
            own.a * a + own.b * c,
            own.a * b + own.b * d,
            own.c * a + own.d * c,
            own.c * b + own.d * d,
            own.e * a + own.f * c + e,
            own.e * b + own.f * d + f,
        )

    def box(self, shape: PdfShape) -> Box:
        """In its space; nothing where it has none, or one without end."""
        if not self._bounds(shape.handle, *self._places):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._sides
        if not math.isfinite(left + bottom + right + top):
            return 0.0, 0.0, 0.0, 0.0
        a, b, c, d, e, f = shape.space
        x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
        x1, y1 = a * right + c * top + e, b * right + d * top + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def is_photograph(self, picture: PdfShape) -> bool:
        """Packed as no code would be: to unpack and draw it would take 2 to 40 ms.

        A code has two colours and long runs. Where it is packed as a JPEG all the same it was made for a screen.
        """
        thing, width, height = self._typed(picture.handle), ctypes.c_uint(), ctypes.c_uint()
        self._raw.FPDFImageObj_GetImagePixelSize(thing, ctypes.byref(width), ctypes.byref(height))
        pixels, packing = width.value * height.value, self._packing(thing)
        if packing == "DCTDecode" and pixels > _SCREEN_PIXELS:
            return True
        if packing not in _PACKED:
            return False
        most = max(_FEW_BYTES, min(_PACKED[packing] * pixels / 8, _MANY_BYTES))
        return int(self._raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)) > most

    def _packing(self, picture: Any) -> str:
        """The last of the filters that a picture went through."""
        count = self._raw.FPDFImageObj_GetImageFilterCount(picture)
        name = ctypes.create_string_buffer(32)
        if count < 1 or not self._raw.FPDFImageObj_GetImageFilter(picture, count - 1, name, len(name)):
            return ""
        return name.value.decode("latin-1")

    def _typed(self, handle: int) -> Any:
        return ctypes.cast(handle, self._raw.FPDF_PAGEOBJECT)
