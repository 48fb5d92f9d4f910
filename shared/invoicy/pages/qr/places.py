"""Where on a PDF page a code could be: pictures, paths of many strokes, crowds of small shapes. Nothing is drawn."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from invoicy.pages.space import Matrix

Box = tuple[float, float, float, float]
_FORM, _IMAGE, _PATH = 5, 3, 2
_DEEPEST = 4
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
_MOST_OBJECTS = 20_000
_MOST_PLACES = 8


class _Shape(NamedTuple):
    """A path or a picture; strokes: how many lines it is made of, none for a picture."""

    handle: Any
    strokes: int
    space: Matrix


def places_on(raw: Any, page: Any, matrix: Matrix) -> tuple[Box, ...]:
    """Boxes, in the space that the matrix leads to, that are worth a look; the squarest first."""
    shapes = list(_shapes(raw, page, matrix))
    pictures = (_box(raw, shape) for shape in shapes if not shape.strokes)
    found = [box for box in pictures if _may_hold_a_code(box, _PICTURE_ASPECT)]
    found += (box for box in _drawn(raw, shapes) if _may_hold_a_code(box, _MOST_ASPECT))
    return tuple(sorted(dict.fromkeys(found), key=_aspect)[:_MOST_PLACES])


def _drawn(raw: Any, shapes: list[_Shape]) -> Iterator[Box]:
    """A code is one path of many strokes, a path a row, or a path a module: then there are very many of them.

    A box costs as much to ask for as ten other questions, so nobody asks on a page with fewer paths.
    """
    yield from (_box(raw, shape) for shape in shapes if shape.strokes >= _MANY_STROKES)
    least = 1 if sum(1 for shape in shapes if shape.strokes) >= _MANY_PATHS else _ROW_STROKES
    parts = [shape for shape in shapes if least <= shape.strokes < _MANY_STROKES]
    if sum(part.strokes for part in parts) >= _CROWD_STROKES:
        yield from _crowds([(_box(raw, part), part.strokes) for part in parts])


def _shapes(raw: Any, page: Any, matrix: Matrix) -> Iterator[_Shape]:
    get, kind_of = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = get(page, index)
        kind = kind_of(thing)
        if kind in (_PATH, _IMAGE, _FORM):
            yield from _parts(raw, thing, kind, matrix, 0)


def _parts(raw: Any, thing: Any, kind: int, space: Matrix, depth: int) -> Iterator[_Shape]:
    """The shape itself, or what a form, a drawing within the drawing, consists of."""
    if kind == _PATH:
        yield _Shape(thing, max(1, raw.FPDFPath_CountSegments(thing)), space)
    elif kind == _IMAGE:
        yield _Shape(thing, 0, space)
    elif kind == _FORM and depth < _DEEPEST:
        inner = _within(raw, thing, space)
        for index in range(min(raw.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)):
            part = raw.FPDFFormObj_GetObject(thing, index)
            yield from _parts(raw, part, raw.FPDFPageObj_GetType(part), inner, depth + 1)


def _within(raw: Any, form: Any, outer: Matrix) -> Matrix:
    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, ctypes.byref(own)):
        return outer
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        own.e * a + own.f * c + e,
        own.e * b + own.f * d + f,
    )


def _box(raw: Any, shape: _Shape) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(shape.handle, *map(ctypes.byref, sides)):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = shape.space
    x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
    x1, y1 = a * right + c * top + e, b * right + d * top + f
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


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
