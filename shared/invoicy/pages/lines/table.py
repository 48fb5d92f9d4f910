"""The rows of the pages that are the table of items."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment

_HEADS = 3
_TOTALS = ("net", "gross", "due", "tax")
Row = tuple[int, int]
"""Number of the page and of the row on it."""


def item_rows(pages: AnnotatedPages) -> frozenset[Row]:
    """From the heads of the columns to the first total."""
    return frozenset(row for layout in pages.layouts for row in _of_page(pages, layout.rows))


def _of_page(pages: AnnotatedPages, rows: tuple[tuple[Segment, ...], ...]) -> list[Row]:
    found: list[Row] = []
    inside = False
    for row in rows:
        if not inside:
            inside = _is_head(pages, row)
        elif _is_total(pages, row):
            inside = False
        if inside:
            found.append((row[0].page, row[0].row))
    return found


def _is_head(pages: AnnotatedPages, row: tuple[Segment, ...]) -> bool:
    labels = [label for segment in row for label in pages.labels.of(segment)]
    if len(labels) < _HEADS:
        return False
    return sum(1 for label in labels if label.fields.get("column", 0.0) > 0.5) >= _HEADS


def _is_total(pages: AnnotatedPages, row: tuple[Segment, ...]) -> bool:
    labels = [label for segment in row for label in pages.labels.of(segment) if label.start == 0]
    if not labels:
        return False
    named = any(label.fields.get(role, 0.0) >= 0.9 for label in labels for role in _TOTALS)
    return named and any(pages.amounts_of(segment) for segment in row) and not _is_head(pages, row)
