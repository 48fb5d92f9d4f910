"""Things that a PDF page draws over its texts, or under them in their own colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.hidden_text.drawn_objects import Colour, DrawnObject

_BAND = 12.0  # points
_FAR = 20_000.0  # points
_COVERED = 0.1  # of a text: less leaves something of its letters
_FINE_LINE, _FEW_STROKES = 2.0, 8
_CONTRAST = 79  # of 255
_PATTERNS = 255, 191  # the shades that pdfium names for a pattern, whatever it shows

UNKNOWN = -1


class Cover(NamedTuple):
    """Something at a place in the order of drawing. shade: 0 to 255, or UNKNOWN: then text on it may be hidden too."""

    order: int
    box: Box
    shade: int


class DrawnText(NamedTuple):
    """A text with ink at a place in the order of drawing."""

    order: int
    box: Box
    shade: int


def may_be_pattern(cover: Cover) -> bool:
    """It has a shade that pdfium also names where it knows none."""
    return cover.shade in _PATTERNS


def shade_of(colour: Colour) -> int:
    """From black, 0, to white, 255, on white paper."""
    red, green, blue, opacity = colour
    return 255 - (255 - (30 * red + 59 * green + 11 * blue) // 100) * opacity // 255


def covers_on(drawn: DrawnObject) -> Iterator[Cover]:
    """The pictures, shadings, drawings, filled shapes and broad lines of a page."""
    raw = drawn.raw
    others = drawn.of_kind(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)
    for (order, _), box in zip(others, drawn.boxes([handle for _, handle in others]), strict=True):
        yield Cover(order, box, UNKNOWN)
    orders_and_paths = drawn.of_kind(raw.FPDF_PAGEOBJ_PATH)
    modes = drawn.fills_and_strokes([path for _, path in orders_and_paths])
    filled = [pair for pair, (fill, _) in zip(orders_and_paths, modes, strict=True) if fill]
    lines = [pair for pair, (fill, stroke) in zip(orders_and_paths, modes, strict=True) if stroke and not fill]
    yield from _filled_paths(drawn, filled)
    yield from _broad_lines(drawn, lines)


def _filled_paths(drawn: DrawnObject, paths: list[tuple[int, int]]) -> Iterator[Cover]:
    handles = [path for _, path in paths]
    clear = drawn.asked(drawn.raw.FPDFPageObj_HasTransparency, handles)
    for (order, _), box, colour, is_clear in zip(
        paths, drawn.boxes(handles), drawn.colours(handles), clear, strict=True
    ):
        shade = shade_of(colour)
        yield Cover(order, box, UNKNOWN if is_clear else shade)


def _broad_lines(drawn: DrawnObject, paths: list[tuple[int, int]]) -> Iterator[Cover]:
    """Lines but for fine ones, as around the cells of a table."""
    handles = [path for _, path in paths]
    strokes = drawn.asked(drawn.raw.FPDFPath_CountSegments, handles)
    for (order, _), box, count, width in zip(paths, drawn.boxes(handles), strokes, drawn.widths(handles), strict=True):
        if count > _FEW_STROKES or width > _FINE_LINE:
            yield Cover(order, box, UNKNOWN)


def are_covered(texts: list[DrawnText], covers: Iterable[Cover]) -> bool:
    """Something lies over one of the texts, or under it in hardly another shade."""
    bands: dict[int, list[Cover]] = defaultdict(list)
    for cover in _not_behind_all(texts, covers):
        for band in _bands(cover.box):
            bands[band].append(cover)
    return bool(bands) and any(
        _is_covered(text, {cover for band in _bands(text.box) for cover in bands.get(band, ())}) for text in texts
    )


def _not_behind_all(texts: list[DrawnText], covers: Iterable[Cover]) -> list[Cover]:
    """The covers without those under all texts that each text differs from, as the grounds of tables are."""
    first = min((text.order for text in texts), default=0)
    lightest = max((text.shade for text in texts), default=0)
    return [
        cover for cover in covers if cover.order > first or cover.shade == UNKNOWN or cover.shade - lightest < _CONTRAST
    ]


def _bands(box: Box) -> range:
    """The stripes across the page that a box touches: only what shares one can meet."""
    return range(int(max(box[1], -_FAR) // _BAND), int(min(box[3], _FAR) // _BAND) + 1)


def _is_covered(text: DrawnText, covers: Iterable[Cover]) -> bool:
    covered = 0.0
    for cover in covers:
        if cover.order == text.order:
            continue
        is_under = cover.order < text.order and cover.shade != UNKNOWN
        if is_under and abs(cover.shade - text.shade) >= _CONTRAST:
            continue
        covered += _overlap(text.box, cover.box)
        if covered >= _COVERED:
            return True
    return False


def _overlap(box: Box, other: Box) -> float:
    """The share of the box that the other one covers."""
    left, bottom, right, top = box
    other_left, other_bottom, other_right, other_top = other
    if other_left >= right or other_right <= left or other_bottom >= top or other_top <= bottom:
        return 0.0
    width = min(right, other_right) - max(left, other_left)
    height = min(top, other_top) - max(bottom, other_bottom)
    return width * height / ((right - left) * (top - bottom))
