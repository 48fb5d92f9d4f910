"""Annotations of a PDF page that a viewer draws, and that may cover words."""

from __future__ import annotations

from typing import Any

# Bounds the time; a page with more is drawn instead.
_MAX_ANNOTATIONS = 200
# Bytes: without an appearance, FPDFAnnot_GetAP returns the size of a null character of UTF-16.
_EMPTY_SIZE = 2


def has_visible_annotations(raw: Any, page: Any) -> bool:
    """Test whether a viewer draws an annotation on a pypdfium2 page, or there are too many to tell."""
    count = raw.FPDFPage_GetAnnotCount(page)
    return count > _MAX_ANNOTATIONS or any(_is_visible(raw, page, index) for index in range(count))


def _is_visible(raw: Any, page: Any, index: int) -> bool:
    """Test for an annotation other than a pop-up, or a link without an appearance of its own."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False
    try:
        subtype = raw.FPDFAnnot_GetSubtype(annotation)
        appearance = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
        return bool(subtype != raw.FPDF_ANNOT_POPUP and (subtype != raw.FPDF_ANNOT_LINK or appearance > _EMPTY_SIZE))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)
