"""The paths and pictures on a PDF page, read from PDFium in bulk: a page has hundreds of them."""

from __future__ import annotations

import ctypes
import math
from itertools import repeat
from typing import Any, NamedTuple

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import Matrix, transformed
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, native

_PATH = 2  # FPDF_PAGEOBJ_PATH
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_FORM = 5  # FPDF_PAGEOBJ_FORM
# Bounds the recursion: form XObjects may contain form XObjects.
_MAX_DEPTH = 4
# Bounds the time for a drawing; a barcode with a path for each module has up to 10,000.
_MAX_OBJECTS = 20_000
_EMPTY = (0.0, 0.0, 0.0, 0.0)  # covers nothing


class PdfShape(NamedTuple):
    """handle: PDFium's address. segments: those of a path, 0 for a picture. space: from its user space to the page."""

    handle: int
    segments: int
    space: Matrix


class PdfShapes:
    """Lists and measures the paths and pictures of a page. raw: pypdfium2.raw."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._page_object = native(raw.FPDFPage_GetObject, ADDRESS, ADDRESS, ctypes.c_int)
        self._form_object = native(raw.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
        self._type = native(raw.FPDFPageObj_GetType, ctypes.c_int, ADDRESS)
        self._segments = native(raw.FPDFPath_CountSegments, ctypes.c_int, ADDRESS)
        self._bounds = native(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[ADDRESS] * 5)
        self._sides = (ctypes.c_float * 4)()
        first = ctypes.addressof(self._sides)
        self._addresses = [first + index * ctypes.sizeof(ctypes.c_float) for index in range(4)]

    def on(self, page: Any, space: Matrix) -> list[PdfShape]:
        """Return the paths and pictures of a pypdfium2 page, those in form XObjects included.

        space: the matrix from the page's user space to the space of the boxes.
        """
        count = min(self._raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)
        return self._among(list(map(self._page_object, repeat(address_of(page.raw)), range(count))), space, 0)

    def box(self, shape: PdfShape) -> Box:
        """Return the box of a shape in its space; all 0 for a shape without a finite box."""
        if not self._bounds(shape.handle, *self._addresses):
            return _EMPTY
        left, bottom, right, top = self._sides
        if not math.isfinite(left + bottom + right + top):
            return _EMPTY
        x0, y0 = transformed(shape.space, left, bottom)
        x1, y1 = transformed(shape.space, right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _among(self, handles: list[int], space: Matrix, depth: int) -> list[PdfShape]:
        """Select the shapes. map() calls PDFium for all objects: a loop would take twice the time."""
        types = list(map(self._type, handles))
        paths = [handle for handle, object_type in zip(handles, types, strict=True) if object_type == _PATH]
        shapes = list(map(PdfShape, paths, (count or 1 for count in map(self._segments, paths)), repeat(space)))
        if _IMAGE in types or _FORM in types:
            for handle, object_type in zip(handles, types, strict=True):
                if object_type == _IMAGE:
                    shapes.append(PdfShape(handle, 0, space))
                elif object_type == _FORM and depth < _MAX_DEPTH:
                    shapes += self._in_form(handle, space, depth)
        return shapes

    def _in_form(self, handle: int, space: Matrix, depth: int) -> list[PdfShape]:
        form = ctypes.cast(handle, self._raw.FPDF_PAGEOBJECT)
        count = min(self._raw.FPDFFormObj_CountObjects(form), _MAX_OBJECTS)
        handles = list(map(self._form_object, repeat(handle), range(max(0, count))))
        return self._among(handles, self._form_space(form, space), depth + 1)

    def _form_space(self, form: Any, space: Matrix) -> Matrix:
        """Return the matrix from a form's user space: its own matrix, then that of the page."""
        own = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(form, ctypes.byref(own)):
            return space
        a, b, c, d, _, _ = space
        return (
            own.a * a + own.b * c,
            own.a * b + own.b * d,
            own.c * a + own.d * c,
            own.c * b + own.d * d,
            *transformed(space, own.e, own.f),
        )
