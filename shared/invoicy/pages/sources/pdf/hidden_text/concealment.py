"""Decides without drawing a PDF page, which takes longer, if something on it may hide words of its text layer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.blank_text import are_words_blank, has_area
from invoicy.pages.sources.pdf.hidden_text.clip_paths import are_clipped
from invoicy.pages.sources.pdf.hidden_text.covers import (
    UNKNOWN,
    Cover,
    DrawnText,
    are_covered,
    covers_on,
    may_be_pattern,
    shade_of,
)
from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from invoicy.pages.sources.pdf.hidden_text.unusual_text import are_unusual, form_has_text
from invoicy.pages.sources.pdf.hidden_text.visible_annotations import has_visible_annotations

# A page of more objects is drawn without looking at each of them. Set by hand.
_MAX_OBJECTS = 5_000
# Points: a word as a watermark or a stamp, which may cover other words.
_TALL = 40.0
# Shade, of 255, from which text on white paper has little contrast: as _MIN_CONTRAST of covers.py.
_LIGHT = 176
# Pixels a point: enough to see if a pattern is dark anywhere.
_SCALE = 0.25


def can_hide_text(page: Any, words: Iterable[Box]) -> bool:
    """Test whether some words of a pypdfium2 page may be invisible.

    words: boxes in shares of the page as shown.
    """
    from pypdfium2 import raw

    objects = PageObjects(raw, page, _MAX_OBJECTS)
    if len(objects.handles) >= _MAX_OBJECTS or has_visible_annotations(raw, page):
        return True
    orders_and_texts = objects.of_type(raw.FPDF_PAGEOBJ_TEXT)
    texts = [handle for _, handle in orders_and_texts]
    forms = objects.of_type(raw.FPDF_PAGEOBJ_FORM)
    if any(form_has_text(objects, form, _MAX_OBJECTS) for _, form in forms) or not texts or are_unusual(objects, texts):
        return True
    boxes = objects.boxes(texts)
    blank = [box for box in boxes if not has_area(box)]
    if are_words_blank(raw, page, words, blank) or are_clipped(objects, texts, boxes):
        return True
    drawn_texts = [
        DrawnText(order, box, shade_of(colour))
        for (order, _), box, colour in zip(orders_and_texts, boxes, objects.fill_colours(texts), strict=True)
        if has_area(box)
    ]
    return _are_hidden(objects, page, drawn_texts)


def _are_hidden(objects: PageObjects, page: Any, texts: list[DrawnText]) -> bool:
    """Some texts are as light as paper, or are covered by objects, by other texts or by patterns."""
    if any(text.shade > _LIGHT for text in texts):
        return True
    tall = [Cover(text.order, text.box, UNKNOWN) for text in texts if text.box[3] - text.box[1] > _TALL]
    covers = [*covers_on(objects), *tall]
    if are_covered(texts, covers):
        return True
    patterns = [cover for cover in covers if may_be_pattern(cover)]
    of_unknown_shade = [cover._replace(shade=UNKNOWN) for cover in patterns]
    return are_covered(texts, of_unknown_shade) and _are_dark(objects, page, patterns)


def _are_dark(objects: PageObjects, page: Any, covers: list[Cover]) -> bool:
    """Objects that PDFium reports as light are dark. They are drawn alone and small, which takes little time."""
    handles = {objects.handles[cover.order] for cover in covers}
    others = [handle for handle in objects.handles if handle not in handles]
    objects.set_active(others, active=False)
    try:
        bitmap = page.render(scale=_SCALE, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return True
    finally:
        objects.set_active(others, active=True)
    try:
        return min(bytes(bitmap.buffer), default=0) <= _LIGHT
    finally:
        bitmap.close()
