"""Text that another program has recognised in a scan and laid over or under it: nobody sees it, it may be wrong."""

from __future__ import annotations

from typing import Any

from invoicy.pages.sources.page import Box

_MOST = 5_000
_DEPTH = 4
_MOSTLY = 0.5
_WHOLE_PAGE = 0.7


def is_ocr_layer(page: Any, pictures: list[Box]) -> bool:
    """Most of the text on a pypdfium2 page is drawn without ink, or under a picture of a page.

    pictures: boxes in shares of the page as shown.
    """
    from pypdfium2 import raw

    if not any(_area(box) >= _WHOLE_PAGE for box in pictures):
        return False
    texts = hidden = 0
    size = page.get_size()
    kinds = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
    for _, shape in zip(range(_MOST), page.get_objects(kinds, max_depth=_DEPTH), strict=False):
        if shape.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = shape.get_bounds()
            hidden = texts if (right - left) * (top - bottom) >= _WHOLE_PAGE * size[0] * size[1] else hidden
            continue
        texts += 1
        hidden += raw.FPDFTextObj_GetTextRenderMode(shape) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return hidden > _MOSTLY * texts


def _area(box: Box) -> float:
    x0, top, x1, bottom = box
    return (x1 - x0) * (bottom - top)
