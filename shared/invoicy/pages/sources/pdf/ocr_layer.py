"""Detects an OCR layer: text that another program has recognised in a scan. It is not visible and may be wrong."""

from __future__ import annotations

from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.boxes import area

# Bounds the time for a page of very many objects.
_MAX_OBJECTS = 5_000
# Bounds the recursion: form XObjects may contain form XObjects.
_MAX_DEPTH = 4
# Share of the text objects that must be hidden: a scan may have a printed page number or a stamp.
_MIN_HIDDEN = 0.5
# Share of the page that a scan covers at least: some are cropped, and a background is smaller. Set by hand.
_MIN_SCAN_AREA = 0.7


def is_ocr_layer(page: Any, pictures: list[Box]) -> bool:
    """Test whether most text of a pypdfium2 page is invisible (text rendering mode 3) or under a picture of a page.

    pictures: boxes in shares of the page as shown.
    """
    from pypdfium2 import raw

    if not any(area(box) >= _MIN_SCAN_AREA for box in pictures):
        return False
    texts = hidden = 0
    width, height = page.get_size()
    types = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
    objects = page.get_objects(types, max_depth=_MAX_DEPTH)
    for _, page_object in zip(range(_MAX_OBJECTS), objects, strict=False):
        if page_object.type == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden += raw.FPDFTextObj_GetTextRenderMode(page_object) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        elif area(page_object.get_bounds()) >= _MIN_SCAN_AREA * width * height:
            hidden = texts  # a picture hides everything that is drawn before it
    return hidden > _MIN_HIDDEN * texts
