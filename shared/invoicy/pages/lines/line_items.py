"""The rows of the pages that look like line items: rows with quantity x price = amount, or in one column with them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import SegmentKey
from invoicy.pages.lines.row_numbers import RowNumber, last_money, last_product, numbers_of_row
from invoicy.pages.lines.table import Row, item_rows

_TOTALS = ("net", "tax", "gross", "due", "paid")
# Weight of a label for a total: a lower one is a word of many meanings. Set by hand.
_MIN_TOTAL_WEIGHT = 0.4

_Numbers = list[RowNumber]


class LineItem(Struct, frozen=True):
    """A row that looks like a line item. right: the right edge of its amount. size: of its letters; both in points."""

    row: Row
    right: float
    size: float


class TotalPlaces(Struct, frozen=True):
    """The places of the chosen totals.

    rows: those of all totals. gross: the segment of the amount with VAT; None if it is not printed.
    right: the right edge of the first total, in points; None if no total is printed.
    """

    rows: frozenset[Row] = frozenset()
    gross: SegmentKey | None = None
    right: float | None = None


def line_items(pages: AnnotatedPages, totals: TotalPlaces) -> list[LineItem]:
    """Return the rows above the total that look like items; if it comes first, the rows with a product of numbers."""
    rows = [
        numbers for numbers in _rows(pages) if not _is_total(pages, numbers) and _row_of(numbers) not in totals.rows
    ]
    above = [numbers for numbers in rows if totals.gross is None or numbers[0].segment.key < totals.gross]
    items = _items_among(above, item_rows(pages), totals) or _products(rows)
    return sorted({item.row: item for item in items}.values(), key=lambda item: item.row)


def _rows(pages: AnnotatedPages) -> Iterable[_Numbers]:
    """Return the numbers of each row that has any."""
    rows = (row for layout in pages.layouts for row in layout.rows)
    return filter(None, (numbers_of_row(pages, row) for row in rows))


def _items_among(rows: list[_Numbers], table: frozenset[Row], totals: TotalPlaces) -> list[LineItem]:
    """Return the rows with a product of quantity and price, and the rows of the table that end in the same column.

    Without a product: the rows of the table, else those that end below the total, else those of the longest column.
    """
    products, ends = _products(rows), _items(map(last_money, rows))
    inside = [item for item in ends if item.row in table]
    if products:
        return [*(item for item in inside if any(_is_aligned(item, other) for other in products)), *products]
    return _longest_column(inside) or [item for item in ends if _is_under_total(item, totals)] or _longest_column(ends)


def _products(rows: list[_Numbers]) -> list[LineItem]:
    return _items(map(last_product, rows))


def _items(amounts: Iterable[RowNumber | None]) -> list[LineItem]:
    """Return the items that end with these amounts."""
    return [
        LineItem((amount.segment.page, amount.segment.row), amount.right, amount.segment.size)
        for amount in amounts
        if amount is not None
    ]


def _row_of(numbers: _Numbers) -> Row:
    return numbers[0].segment.page, numbers[0].segment.row


def _is_total(pages: AnnotatedPages, numbers: _Numbers) -> bool:
    """Test whether a segment of the row begins with the label of a total."""
    row = pages.row(numbers[0].segment)
    labels = (label for segment in row for label in pages.labels.of(segment) if label.start == 0)
    return any(label.fields.get(role, 0.0) > _MIN_TOTAL_WEIGHT for label in labels for role in _TOTALS)


def _is_aligned(item: LineItem, other: LineItem) -> bool:
    return abs(item.right - other.right) < other.size


def _longest_column(items: list[LineItem]) -> list[LineItem]:
    """Return the items that end in the most frequent column."""
    columns = [[item for item in items if _is_aligned(item, first)] for first in items]
    return max(columns, key=len, default=[])


def _is_under_total(item: LineItem, totals: TotalPlaces) -> bool:
    return totals.right is not None and abs(item.right - totals.right) < item.size
