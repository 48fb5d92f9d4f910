"""Reasons why a PDF page may hide words of its text layer, found without drawing it, which takes longer."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.hidden_text.clips import are_clipped
from invoicy.pages.sources.pdf.hidden_text.covers import (
    UNKNOWN,
    Cover,
    DrawnText,
    are_covered,
    covers_on,
    may_be_pattern,
    shade_of,
)
from invoicy.pages.sources.pdf.hidden_text.drawn_objects import DrawnObject
from invoicy.pages.sources.pdf.native_calls import ADDRESS, direct

_MOST = 5_000  # objects; a page of more is drawn without asking
_MOST_ANNOTATIONS = 200
_DEEPEST = 4
_TALL = 40.0  # points; larger print may cover words
_ROWS = 70  # into which a page is divided to find what meets
_LIGHT = 176  # of 255
_SMALL = 0.25


def can_hide_text(page: Any, words: Iterable[Box]) -> bool:
    """Something on a pypdfium2 page may hide words, or it cannot be told. False: all of them are plain to see.

    words: boxes in shares of the page as shown.
    """
    from pypdfium2 import raw

    drawn = DrawnObject(raw, page, _MOST)
    return len(drawn.handles) >= _MOST or _draws_annotations(raw, page) or _is_doubtful(drawn, page, words)


def _is_doubtful(drawn: DrawnObject, page: Any, words: Iterable[Box]) -> bool:
    raw = drawn.raw
    orders_and_texts = drawn.of_kind(raw.FPDF_PAGEOBJ_TEXT)
    texts = [handle for _, handle in orders_and_texts]
    in_drawings = any(_has_text(drawn, form) for _, form in drawn.of_kind(raw.FPDF_PAGEOBJ_FORM))
    if in_drawings or not texts or _are_unusual(drawn, texts):
        return True
    boxes = drawn.boxes(texts)
    empty = [box for box in boxes if not _has_area(box)]
    if (empty and _are_under(words, _as_shares(raw, page, empty))) or are_clipped(drawn, texts, boxes):
        return True
    printed = [
        DrawnText(order, box, shade_of(colour))
        for (order, _), box, colour in zip(orders_and_texts, boxes, drawn.colours(texts), strict=True)
        if _has_area(box)
    ]
    tall = [Cover(text.order, text.box, UNKNOWN) for text in printed if text.box[3] - text.box[1] > _TALL]
    covers = [*covers_on(drawn), *tall]
    if any(text.shade > _LIGHT for text in printed) or are_covered(printed, covers):
        return True
    patterns = [cover for cover in covers if may_be_pattern(cover)]
    doubtful = [cover._replace(shade=UNKNOWN) for cover in patterns]
    return are_covered(printed, doubtful) and _are_dark(drawn, page, patterns)


def _are_dark(drawn: DrawnObject, page: Any, covers: list[Cover]) -> bool:
    """Shapes that pdfium calls light show something dark. They are drawn alone and small, which takes little time."""
    shapes = {drawn.handles[cover.order] for cover in covers}
    others = [handle for handle in drawn.handles if handle not in shapes]
    drawn.switch(others, on=False)
    try:
        bitmap = page.render(scale=_SMALL, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return True
    finally:
        drawn.switch(others, on=True)
    try:
        return min(bytes(bitmap.buffer), default=0) <= _LIGHT
    finally:
        bitmap.close()


def _has_area(box: Box) -> bool:
    left, bottom, right, top = box
    return left < right and bottom < top


def _are_under(words: Iterable[Box], empty: list[Box]) -> bool:
    """Words have nothing but letters without ink; most texts without ink are the spaces between words."""
    bands: dict[int, list[Box]] = defaultdict(list)
    for box in empty:
        bands[int(box[1] * _ROWS)].append(box)
    return any(
        _covers_half(box, (x0, top, x1, bottom))
        for x0, top, x1, bottom in words
        for row in range(int(max(top, 0) * _ROWS), int(min(bottom, 1) * _ROWS) + 1)
        for box in bands.get(row, ())
    )


def _covers_half(empty: Box, word: Box) -> bool:
    x0, top, x1, bottom = word
    return top <= empty[1] <= bottom and min(x1, empty[2]) - max(x0, empty[0]) > (x1 - x0) / 2


def _as_shares(raw: Any, page: Any, boxes: list[Box]) -> list[Box]:
    """Boxes in shares of the page as shown."""
    width, height = size = page.get_size()
    a, b, c, d, e, f = matrix_of(raw, page, size)
    shares = []
    for left, bottom, right, top in boxes:
        x0, x1 = sorted(((a * left + c * bottom + e) / width, (a * right + c * top + e) / width))
        y0, y1 = sorted(((b * left + d * bottom + f) / height, (b * right + d * top + f) / height))
        shares.append((x0, y0, x1, y1))
    return shares


def _draws_annotations(raw: Any, page: Any) -> bool:
    count = raw.FPDFPage_GetAnnotCount(page)
    return count > _MOST_ANNOTATIONS or any(_draws(raw, page, index) for index in range(count))


def _draws(raw: Any, page: Any, index: int) -> bool:
    """A link shows nothing, unless it comes with a drawing."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False
    try:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        drawing = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
        return bool(kind != raw.FPDF_ANNOT_POPUP and (kind != raw.FPDF_ANNOT_LINK or drawing > 2))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _has_text(drawn: DrawnObject, form: int, depth: int = 0) -> bool:
    """A drawing within the page has text, which it may hide by means that pdfium does not tell of."""
    inner = drawn.within(form)
    kinds = drawn.asked(drawn.raw.FPDFPageObj_GetType, inner)
    if drawn.raw.FPDF_PAGEOBJ_TEXT in kinds or len(inner) >= _MOST or depth > _DEEPEST:
        return True
    forms = [handle for handle, kind in zip(inner, kinds, strict=True) if kind == drawn.raw.FPDF_PAGEOBJ_FORM]
    return any(_has_text(drawn, each, depth + 1) for each in forms)


def _are_unusual(drawn: DrawnObject, texts: list[int]) -> bool:
    """Some are not just filled with a colour, can be switched off, or are set in letters that are drawings."""
    raw = drawn.raw
    return (
        set(drawn.asked(raw.FPDFTextObj_GetTextRenderMode, texts)) != {raw.FPDF_TEXTRENDERMODE_FILL}
        or any(drawn.asked(raw.FPDFPageObj_HasTransparency, texts))
        or any(_is_drawn(raw, font) for font in set(drawn.parts(raw.FPDFTextObj_GetFont, texts)))
        or _are_optional(drawn, texts)
    )


def _is_drawn(raw: Any, font: int) -> bool:
    """A font that the PDF holds, but not as a file: each letter may show anything, or nothing."""
    thing, size = ctypes.cast(font, raw.FPDF_FONT), ctypes.c_size_t()
    raw.FPDFFont_GetFontData(thing, None, 0, ctypes.byref(size))
    return not font or (raw.FPDFFont_GetIsEmbedded(thing) == 1 and not size.value)


def _are_optional(drawn: DrawnObject, texts: list[int]) -> bool:
    raw = drawn.raw
    counts = drawn.asked(raw.FPDFPageObj_CountMarks, texts)
    mark_of = direct(raw.FPDFPageObj_GetMark, ADDRESS, ADDRESS, ctypes.c_ulong)
    marks = {mark_of(text, index) for text, count in zip(texts, counts, strict=True) for index in range(count)}
    return any(_name(raw, mark) == "OC" for mark in marks)


def _name(raw: Any, mark: int) -> str:
    name, size = ctypes.create_string_buffer(16), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(
        ctypes.cast(mark, raw.FPDF_PAGEOBJECTMARK),
        ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR)),
        len(name),
        ctypes.byref(size),
    )
    return name.raw[: max(0, min(size.value, len(name)) - 2)].decode("utf-16-le", "replace")
