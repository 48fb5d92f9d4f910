"""Objects that a PDF page draws over its texts, or behind them in nearly their colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.page_objects import Colour, PageObjects

# Points: about a line of text, so that a text is in one or two bands.
_BAND = 12.0
# Points: wider than the largest page of PDF. Boxes without an end would be in endless bands.
_BAND_LIMIT = 20_000.0
# Share of a text that may be covered: a line at the edge of its box leaves its letters legible.
_MIN_COVERED = 0.1
# Points: the width of lines around the cells of a table, which do not hide letters.
_THIN_LINE = 2.0
# The segments of a path of such lines: two rectangles.
_THIN_LINE_SEGMENTS = 8
# Shades, of 255, between a text and what is behind it: less is hard to read.
_MIN_CONTRAST = 79
# Shades that PDFium returns for a pattern, whatever the pattern shows.
_PATTERN_SHADES = 255, 191
# Per cent of the luminance: Y = 0.30 R + 0.59 G + 0.11 B, ISO 32000-1, 10.3.2.
_RED = 30
_GREEN = 59  # as red
_BLUE = 11  # as red
_WHITE = 255  # 8 bits a channel

UNKNOWN = -1
"""Shade of a picture or a drawing."""


class Cover(NamedTuple):
    """An object that may hide text. order: place in drawing order.

    shade: from black, 0, to white, 255; of UNKNOWN shade, it may also hide the text drawn on it.
    """

    order: int
    box: Box
    shade: int


class DrawnText(NamedTuple):
    """A text object with a box. order: place in drawing order. shade: from black, 0, to white, 255."""

    order: int
    box: Box
    shade: int


def may_be_pattern(cover: Cover) -> bool:
    """Test for a shade that PDFium also returns for a pattern, whatever the pattern shows."""
    return cover.shade in _PATTERN_SHADES


def shade_of(colour: Colour) -> int:
    """Return the shade of a colour on white paper, from black, 0, to white, 255."""
    red, green, blue, opacity = colour
    return _WHITE - (_WHITE - (_RED * red + _GREEN * green + _BLUE * blue) // 100) * opacity // _WHITE


def covers_on(objects: PageObjects) -> Iterator[Cover]:
    """Yield the pictures, shadings, form XObjects, filled paths and thick lines of a page."""
    raw = objects.raw
    opaque = objects.of_type(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)
    for (order, _), box in zip(opaque, objects.boxes([handle for _, handle in opaque]), strict=True):
        yield Cover(order, box, UNKNOWN)
    paths = objects.of_type(raw.FPDF_PAGEOBJ_PATH)
    modes = objects.draw_modes([handle for _, handle in paths])
    yield from _filled_paths(objects, [path for path, (fill, _) in zip(paths, modes, strict=True) if fill])
    stroked = [path for path, (fill, stroke) in zip(paths, modes, strict=True) if stroke and not fill]
    yield from _thick_lines(objects, stroked)


def _filled_paths(objects: PageObjects, paths: list[tuple[int, int]]) -> Iterator[Cover]:
    handles = [handle for _, handle in paths]
    transparencies = objects.results(objects.raw.FPDFPageObj_HasTransparency, handles)
    for (order, _), box, colour, is_transparent in zip(
        paths, objects.boxes(handles), objects.fill_colours(handles), transparencies, strict=True
    ):
        yield Cover(order, box, UNKNOWN if is_transparent else shade_of(colour))


def _thick_lines(objects: PageObjects, paths: list[tuple[int, int]]) -> Iterator[Cover]:
    """Yield stroked paths except thin straight lines, such as those around the cells of a table."""
    handles = [handle for _, handle in paths]
    segments = objects.results(objects.raw.FPDFPath_CountSegments, handles)
    for (order, _), box, count, width in zip(
        paths, objects.boxes(handles), segments, objects.stroke_widths(handles), strict=True
    ):
        if count > _THIN_LINE_SEGMENTS or width > _THIN_LINE:
            yield Cover(order, box, UNKNOWN)


def are_covered(texts: list[DrawnText], covers: Iterable[Cover]) -> bool:
    """Test whether an object covers one of the texts, or has nearly the same shade behind it."""
    bands: dict[int, list[Cover]] = defaultdict(list)
    for cover in _relevant(texts, covers):
        for band in _bands(cover.box):
            bands[band].append(cover)
    return bool(bands) and any(
        _is_covered(text, {cover for band in _bands(text.box) for cover in bands.get(band, ())}) for text in texts
    )


def _relevant(texts: list[DrawnText], covers: Iterable[Cover]) -> list[Cover]:
    """Return the covers without backgrounds that are behind all texts in another shade, as those of tables are."""
    first = min((text.order for text in texts), default=0)
    lightest = max((text.shade for text in texts), default=0)
    return [
        cover
        for cover in covers
        if cover.order > first or cover.shade == UNKNOWN or cover.shade - lightest < _MIN_CONTRAST
    ]


def _bands(box: Box) -> range:
    """Return the horizontal bands of the page that a box touches: boxes without a band in common do not overlap."""
    return range(int(max(box[1], -_BAND_LIMIT) // _BAND), int(min(box[3], _BAND_LIMIT) // _BAND) + 1)


def _is_covered(text: DrawnText, covers: Iterable[Cover]) -> bool:
    covered = 0.0
    for cover in covers:
        if cover.order == text.order:
            continue
        is_behind = cover.order < text.order and cover.shade != UNKNOWN
        if is_behind and abs(cover.shade - text.shade) >= _MIN_CONTRAST:
            continue
        covered += _covered_share(text.box, cover.box)
        if covered >= _MIN_COVERED:
            return True
    return False


def _covered_share(box: Box, cover: Box) -> float:
    """Return the share of a box that a cover overlaps."""
    left, bottom, right, top = box
    cover_left, cover_bottom, cover_right, cover_top = cover
    if cover_left >= right or cover_right <= left or cover_bottom >= top or cover_top <= bottom:
        return 0.0
    width = min(right, cover_right) - max(left, cover_left)
    height = min(top, cover_top) - max(bottom, cover_bottom)
    return width * height / ((right - left) * (top - bottom))
