"""The rows of the pages that are the table of items."""

from invoicy.pages.annotated.pages import Scene
from invoicy.pages.layout.rows import Segment

_HEADS = 3
_TOTALS = ("net", "gross", "due", "tax")
Row = tuple[int, int]
"""Number of the page and of the row on it."""


def item_rows(scene: Scene) -> frozenset[Row]:
    """From the heads of the columns to the first total."""
    return frozenset(row for layout in scene.layouts for row in _of_page(scene, layout.rows))


def _of_page(scene: Scene, rows: tuple[tuple[Segment, ...], ...]) -> list[Row]:
    found: list[Row] = []
    inside = False
    for row in rows:
        if not inside:
            inside = _is_head(scene, row)
        elif _is_total(scene, row):
            inside = False
        if inside:
            found.append((row[0].page, row[0].row))
    return found


def _is_head(scene: Scene, row: tuple[Segment, ...]) -> bool:
    labels = [label for segment in row for label in scene.labels.of(segment)]
    if len(labels) < _HEADS:
        return False
    return sum(1 for label in labels if label.fields.get("column", 0.0) > 0.5) >= _HEADS


def _is_total(scene: Scene, row: tuple[Segment, ...]) -> bool:
    labels = [label for segment in row for label in scene.labels.of(segment) if label.start == 0]
    if not labels:
        return False
    named = any(label.fields.get(role, 0.0) >= 0.9 for label in labels for role in _TOTALS)
    return named and any(scene.amounts_of(segment) for segment in row) and not _is_head(scene, row)
