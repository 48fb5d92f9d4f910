"""The place of a value on the page as shown, as evidence for it."""

from typing import Any

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import box_of
from invoicy.pages.scoring.confidence import confidence_of
from invoicy.pages.sources.page import Box, as_shown
from invoicy.readings.reading import Evidence


def evidence_of(pages: AnnotatedPages, pointer: str, found: FieldValue[Any]) -> Evidence:
    """The evidence for the value at a JSON Pointer."""
    confidence = confidence_of(pointer, found.score)
    return Evidence(found.page, marked(pages, found), found.text, found.method, confidence)


def marked(pages: AnnotatedPages, found: FieldValue[Any]) -> Box:
    """The box around a value, in shares of the page as shown."""
    page = pages.layout(found.page).page
    x0, top, x1, bottom = box_of(found.words)
    box = as_shown((x0 / page.width, top / page.height, x1 / page.width, bottom / page.height), page.turn)
    return _share(box[0]), _share(box[1]), _share(box[2]), _share(box[3])


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
