"""Form fields, typed notes and stamps of a PDF page: a viewer shows them, the page's own text does not hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2

_MOST = 10_000


def opened(pdf: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """The page, with what is typed or stamped on it made part of its text and its drawing; in memory only."""
    from pypdfium2 import raw

    pdf.init_forms()  # draws the fields of a form that says it needs that, before any page is loaded
    page = pdf[index]
    if not _is_filled_in(raw, page):
        return page
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[index]


def _is_filled_in(raw: Any, page: pypdfium2.PdfPage) -> bool:
    """Links, which most annotations are, show nothing of their own."""
    typed = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP}
    count = min(_MOST, raw.FPDFPage_GetAnnotCount(page))
    return any(_kind_of(raw, page, index) in typed for index in range(count))


def _kind_of(raw: Any, page: pypdfium2.PdfPage, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return int(raw.FPDF_ANNOT_UNKNOWN)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)
