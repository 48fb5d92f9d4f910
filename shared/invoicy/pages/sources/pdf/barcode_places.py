"""Places of a PDF page that may hold a code: pictures, paths of many strokes, crowds of small shapes; all undrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import Matrix
from invoicy.pages.sources.pdf.shapes import PdfShape, PdfShapes

_LEAST_SIDE = 20.0
_MOST_SIDE = 420.0
_MOST_ASPECT = 4.0
_PICTURE_ASPECT = 2.2
_MANY_STROKES = 120
_ROW_STROKES = 16
_MANY_PATHS = 150
_CROWD_STROKES = 300
_CELL = 9.0
_SMALL = 45.0
_MOST_PLACES = 8


def places_on(raw: Any, page: Any, matrix: Matrix) -> tuple[Box, ...]:
    """Boxes, in the space that the matrix leads to, that are worth a look; the squarest first."""
    ask = PdfShapes(raw)
    shapes = ask.on(page, matrix)
    found = list(_pictures(ask, [shape for shape in shapes if not shape.strokes]))
    found += (box for box in _drawn(ask, shapes) if _may_hold_a_code(box, _MOST_ASPECT))
    return tuple(sorted(dict.fromkeys(found), key=_aspect)[:_MOST_PLACES])


def _pictures(ask: PdfShapes, pictures: list[PdfShape]) -> Iterator[Box]:
    for picture in pictures:
        box = ask.box(picture)
        if _may_hold_a_code(box, _PICTURE_ASPECT) and not ask.is_photograph(picture):
            yield box


def _drawn(ask: PdfShapes, shapes: list[PdfShape]) -> Iterator[Box]:
    """A code is one path of many strokes, a path a row, or a path a module: then there are very many of them."""
    yield from (ask.box(shape) for shape in shapes if shape.strokes >= _MANY_STROKES)
    least = 1 if sum(1 for shape in shapes if shape.strokes) >= _MANY_PATHS else _ROW_STROKES
    parts = [shape for shape in shapes if least <= shape.strokes < _MANY_STROKES]
    if sum(part.strokes for part in parts) >= _CROWD_STROKES:
        yield from _crowds([(ask.box(part), part.strokes) for part in parts])


def _aspect(box: Box) -> float:
    width, height = box[2] - box[0], box[3] - box[1]
    return max(width, height) / max(min(width, height), 0.01)


def _may_hold_a_code(box: Box, aspect: float) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) >= _LEAST_SIDE and max(width, height) <= _MOST_SIDE and _aspect(box) <= aspect


def _crowds(parts: list[tuple[Box, int]]) -> Iterator[Box]:
    """The boxes around shapes that stand close together, where they have as many strokes as a code."""
    cells: dict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
    for box, strokes in parts:
        if box[3] - box[1] <= _SMALL and box[2] - box[0] <= (_SMALL if strokes < _ROW_STROKES else _MOST_SIDE):
            cells[int((box[0] + box[2]) / 2 // _CELL), int((box[1] + box[3]) / 2 // _CELL)].append((box, strokes))
    while cells:
        crowd = _taken(cells)
        if sum(strokes for _, strokes in crowd) >= _CROWD_STROKES:
            yield _around(box for box, _ in crowd)


def _taken(cells: dict[tuple[int, int], list[tuple[Box, int]]]) -> list[tuple[Box, int]]:
    """Takes a cell and all that hang together with it."""
    first, inside = cells.popitem()
    crowd, edge = list(inside), [first]
    while edge:
        column, row = edge.pop()
        for cell in ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            if cell in cells:
                crowd += cells.pop(cell)
                edge.append(cell)
    return crowd


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
