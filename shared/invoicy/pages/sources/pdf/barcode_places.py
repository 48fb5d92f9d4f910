"""The places on a PDF page that may hold a barcode: pictures, paths of many segments, groups of small paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.boxes import box_around
from invoicy.pages.sources.pdf.coordinates import Matrix
from invoicy.pages.sources.pdf.photographs import is_photograph
from invoicy.pages.sources.pdf.shapes import PdfShape, PdfShapes

# Points: 7 mm, below which phones hardly read a barcode from paper.
_MIN_SIDE = 20.0
# Points: two thirds of the width of A4; larger pictures are scans and backgrounds.
_MAX_SIDE = 420.0
# Width to height: PDF417 is up to 4 times as wide as high.
_MAX_ASPECT = 4.0
# Width to height of a picture: most barcodes are nearly square, and most logos are flat.
_MAX_PICTURE_ASPECT = 2.2
# Segments of one path: the smallest QR code has about 200 dark modules; a letter drawn as a shape has fewer segments.
_BARCODE_SEGMENTS = 120
# Segments of a path that may draw a row of modules: four rectangles.
_ROW_SEGMENTS = 16
# Paths of a page from which each may be a module. With fewer, they are lines of tables.
_MODULE_PATHS = 150
# Segments of a group of paths: the smallest QR code has about 115 runs of dark modules of 3 segments or more.
_GROUP_SEGMENTS = 300
# Points a side of a cell in which paths are grouped: more than a module, less than the distance to other print.
_CELL = 9.0
# Points a side of a path that may be part of a barcode: the finder pattern of a large QR code.
_MAX_PART_SIDE = 45.0
# Bounds the time: a page has one or two barcodes, and the squarest places come first.
_MAX_PLACES = 8
# Keeps the ratio of a flat box finite.
_MIN_DIVISOR = 0.01

Part = tuple[Box, int]
"""A path that may be part of a barcode: its box and the number of its segments."""


def places_on(raw: Any, page: Any, matrix: Matrix) -> tuple[Box, ...]:
    """Return the boxes that may hold a barcode, the squarest first. Nothing is drawn.

    raw: pypdfium2.raw. page: a pypdfium2 page. matrix: from user space to the space of the boxes.
    """
    shapes = PdfShapes(raw)
    on_page = shapes.on(page, matrix)
    pictures = [shape for shape in on_page if not shape.segments]
    places = [shapes.box(shape) for shape in pictures if _may_be_barcode(raw, shapes, shape)]
    places += (box for box in _drawn(shapes, on_page) if _fits_barcode(box, _MAX_ASPECT))
    return tuple(sorted(dict.fromkeys(places), key=_aspect)[:_MAX_PLACES])


def _may_be_barcode(raw: Any, shapes: PdfShapes, picture: PdfShape) -> bool:
    return _fits_barcode(shapes.box(picture), _MAX_PICTURE_ASPECT) and not is_photograph(raw, picture.handle)


def _drawn(shapes: PdfShapes, on_page: list[PdfShape]) -> Iterator[Box]:
    """Yield the boxes of drawn barcodes: a path of many segments, a path for each row, or a path for each module."""
    yield from (shapes.box(shape) for shape in on_page if shape.segments >= _BARCODE_SEGMENTS)
    paths = sum(1 for shape in on_page if shape.segments)
    least = 1 if paths >= _MODULE_PATHS else _ROW_SEGMENTS
    parts = [shape for shape in on_page if least <= shape.segments < _BARCODE_SEGMENTS]
    if sum(part.segments for part in parts) >= _GROUP_SEGMENTS:
        yield from _groups([(shapes.box(part), part.segments) for part in parts])


def _aspect(box: Box) -> float:
    width, height = box[2] - box[0], box[3] - box[1]
    return max(width, height) / max(min(width, height), _MIN_DIVISOR)


def _fits_barcode(box: Box, max_aspect: float) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) >= _MIN_SIDE and max(width, height) <= _MAX_SIDE and _aspect(box) <= max_aspect


def _groups(parts: list[Part]) -> Iterator[Box]:
    """Yield the boxes around paths close to each other that have as many segments as a barcode."""
    cells: dict[tuple[int, int], list[Part]] = defaultdict(list)
    for box, segments in parts:
        if _is_small(box, segments):
            cells[int((box[0] + box[2]) / 2 // _CELL), int((box[1] + box[3]) / 2 // _CELL)].append((box, segments))
    while cells:
        group = _pop_connected(cells)
        if sum(segments for _, segments in group) >= _GROUP_SEGMENTS:
            yield box_around(box for box, _ in group)


def _is_small(box: Box, segments: int) -> bool:
    """Test for a path as small as a module, or as flat as a row of modules."""
    max_width = _MAX_PART_SIDE if segments < _ROW_SEGMENTS else _MAX_SIDE
    return box[3] - box[1] <= _MAX_PART_SIDE and box[2] - box[0] <= max_width


def _pop_connected(cells: dict[tuple[int, int], list[Part]]) -> list[Part]:
    """Remove a cell and all cells connected with it, and return their paths."""
    first, parts = cells.popitem()
    group, border = list(parts), [first]
    while border:
        column, row = border.pop()
        for neighbour in ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            if neighbour in cells:
                group += cells.pop(neighbour)
                border.append(neighbour)
    return group
