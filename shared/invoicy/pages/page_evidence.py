"""The evidence for a printed value: its place on the page as shown, its text, and a confidence."""

from typing import Any

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import box_of
from invoicy.pages.scoring.confidence import confidence_of
from invoicy.pages.sources.page import Box, as_shown
from invoicy.readings.reading import Evidence

_DECIMALS = 4  # of a share of a page: steps of 0.08 points on A4


def evidence_of(pages: AnnotatedPages, pointer: str, field: FieldValue[Any]) -> Evidence:
    """Return the evidence for the value at a JSON Pointer into the invoice."""
    confidence = confidence_of(pointer, field.score)
    return Evidence(field.page, box_as_shown(pages, field), field.text, field.method, confidence)


def box_as_shown(pages: AnnotatedPages, field: FieldValue[Any]) -> Box:
    """Return the box around a value, in shares of the page as shown."""
    page = pages.layout(field.page).page
    x0, top, x1, bottom = box_of(field.words)
    box = as_shown((x0 / page.width, top / page.height, x1 / page.width, bottom / page.height), page.turn)
    return _share(box[0]), _share(box[1]), _share(box[2]), _share(box[3])


def _share(value: float) -> float:
    """Return the share within the page, rounded."""
    return round(min(1.0, max(0.0, value)), _DECIMALS)
