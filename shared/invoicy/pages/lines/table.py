"""The rows of the pages that make up the table of line items."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment

# Labels of columns in a row: two are also a label and its value. A table has a description, an amount and more.
_MIN_HEADS = 3
# A phrase is rather the label of a column than of another field.
_MIN_HEAD_WEIGHT = 0.5
_TOTALS = ("net", "gross", "due", "tax")
# A phrase is certainly a total: a weaker one, such as Amount, may be the name of an item.
_MIN_TOTAL_WEIGHT = 0.9

Row = tuple[int, int]
"""Page number and row number."""


def item_rows(pages: AnnotatedPages) -> frozenset[Row]:
    """Return the rows from the column heads to the first total, on each page."""
    return pages.once(_item_rows)


def _item_rows(pages: AnnotatedPages) -> frozenset[Row]:
    return frozenset(row for layout in pages.layouts for row in _item_rows_of_page(pages, layout.rows))


def _item_rows_of_page(pages: AnnotatedPages, rows: tuple[tuple[Segment, ...], ...]) -> Iterator[Row]:
    is_inside = False
    for row in rows:
        is_inside = not _is_total(pages, row) if is_inside else _is_head(pages, row)
        if is_inside:
            yield row[0].page, row[0].row


def _is_head(pages: AnnotatedPages, row: tuple[Segment, ...]) -> bool:
    """Test for a row with several labels of columns."""
    heads = [label for label in _labels(pages, row) if label.fields.get("column", 0.0) > _MIN_HEAD_WEIGHT]
    return len(heads) >= _MIN_HEADS


def _is_total(pages: AnnotatedPages, row: tuple[Segment, ...]) -> bool:
    """Test for a row with an amount and the label of a total at the start of a segment, unless it has column heads."""
    labels = [label for label in _labels(pages, row) if label.start == 0]
    weights = (label.fields.get(role, 0.0) for label in labels for role in _TOTALS)
    if not any(weight >= _MIN_TOTAL_WEIGHT for weight in weights):
        return False
    return any(pages.amounts_of(segment) for segment in row) and not _is_head(pages, row)


def _labels(pages: AnnotatedPages, row: tuple[Segment, ...]) -> list[Label]:
    return [label for segment in row for label in pages.labels.of(segment)]
