"""Form fields, typed notes and stamps of a PDF page: annotations that a viewer shows as part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2

# Bounds the time for a PDF made to take long; later annotations are not read.
_MAX_ANNOTATIONS = 10_000


def load_page(pdf: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """Load a page with its form fields, notes and stamps flattened into its text and drawing, in memory only."""
    from pypdfium2 import raw

    pdf.init_forms()  # creates the appearance of form fields that have none; must come before a page is loaded
    page = pdf[index]
    if not _has_text_annotations(raw, page):
        return page
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[index]


def _has_text_annotations(raw: Any, page: pypdfium2.PdfPage) -> bool:
    """Test for form fields, typed notes and stamps. Links, the most frequent annotations, have no text of their own."""
    subtypes = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP}
    count = min(_MAX_ANNOTATIONS, raw.FPDFPage_GetAnnotCount(page))
    return any(_subtype_of(raw, page, index) in subtypes for index in range(count))


def _subtype_of(raw: Any, page: pypdfium2.PdfPage, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return int(raw.FPDF_ANNOT_UNKNOWN)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)
