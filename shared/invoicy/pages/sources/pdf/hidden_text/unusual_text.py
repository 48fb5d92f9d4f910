"""Text objects that are drawn in another way than filled with a colour: they may be invisible."""

from __future__ import annotations

import ctypes
from typing import Any

from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from invoicy.pages.sources.pdf.native_calls import ADDRESS, native

# Bounds the recursion: form XObjects may contain form XObjects.
_MAX_DEPTH = 4
# Bytes: only OC, of two characters, must fit.
_NAME_SIZE = 16
# Bytes of the null character of UTF-16 with which PDFium ends a name.
_NULL_SIZE = 2
# The tag of marked content that a viewer can switch off: ISO 32000-1, 8.11.3.2.
_OPTIONAL_CONTENT = "OC"


def are_unusual(objects: PageObjects, texts: list[int]) -> bool:
    """Test whether some texts are not just filled, are transparent or optional content, or have a Type 3 font."""
    raw = objects.raw
    return (
        set(objects.results(raw.FPDFTextObj_GetTextRenderMode, texts)) != {raw.FPDF_TEXTRENDERMODE_FILL}
        or any(objects.results(raw.FPDFPageObj_HasTransparency, texts))
        or any(_is_type_3(raw, font) for font in set(objects.addresses(raw.FPDFTextObj_GetFont, texts)))
        or _are_optional(objects, texts)
    )


def form_has_text(objects: PageObjects, form: int, limit: int, depth: int = 0) -> bool:
    """Test whether a form XObject has text, which it may hide, or too many objects to tell."""
    handles = objects.in_form(form)
    types = objects.results(objects.raw.FPDFPageObj_GetType, handles)
    if objects.raw.FPDF_PAGEOBJ_TEXT in types or len(handles) >= limit or depth > _MAX_DEPTH:
        return True
    inner = [handle for handle, type_ in zip(handles, types, strict=True) if type_ == objects.raw.FPDF_PAGEOBJ_FORM]
    return any(form_has_text(objects, handle, limit, depth + 1) for handle in inner)


def _is_type_3(raw: Any, font: int) -> bool:
    """Test for a font without a font file, each glyph of which is a drawing that may show anything or nothing."""
    handle, size = ctypes.cast(font, raw.FPDF_FONT), ctypes.c_size_t()
    raw.FPDFFont_GetFontData(handle, None, 0, ctypes.byref(size))
    return not font or (raw.FPDFFont_GetIsEmbedded(handle) == 1 and not size.value)


def _are_optional(objects: PageObjects, texts: list[int]) -> bool:
    raw = objects.raw
    counts = objects.results(raw.FPDFPageObj_CountMarks, texts)
    mark_of = native(raw.FPDFPageObj_GetMark, ADDRESS, ADDRESS, ctypes.c_ulong)
    marks = {mark_of(text, index) for text, count in zip(texts, counts, strict=True) for index in range(count)}
    return any(_name_of(raw, mark) == _OPTIONAL_CONTENT for mark in marks)


def _name_of(raw: Any, mark: int) -> str:
    name, size = ctypes.create_string_buffer(_NAME_SIZE), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(
        ctypes.cast(mark, raw.FPDF_PAGEOBJECTMARK),
        ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR)),
        len(name),
        ctypes.byref(size),
    )
    return name.raw[: max(0, min(size.value, len(name)) - _NULL_SIZE)].decode("utf-16-le", "replace")
