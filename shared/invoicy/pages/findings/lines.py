"""The number of line items on the pages. Their rows are counted, not read."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.findings.page_names import pages_in_words
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.amounts import Amount
from invoicy.readings.reading import Finding, Severity

LINES_NOT_READ = "INVOICY-LINES-NOT-READ"
_ROUNDING = Decimal("0.0051")  # a product is rounded to half a cent
_TOTALS = ("net", "tax", "gross", "due", "paid")
_MIN_TOTAL_WEIGHT = 0.4  # of a label for a total: a lower one is a word of many meanings; set by hand

_Printed = tuple[Segment, Amount]
_Numbered = tuple[_Printed, Decimal]


class _Item(Struct, frozen=True):
    """A row that looks like a line item, with the amount at its end."""

    row: Row
    value: Decimal
    right: float
    size: float


def lines_finding(annotated_pages: AnnotatedPages, totals: ChosenTotals) -> Finding | None:
    """Return the finding about line items that were not read; None if the pages show none."""
    items = _items(annotated_pages, totals)
    if not items:
        return None
    count, pages = len(items), sorted({item.row[0] for item in items})
    message = f"{f'About {count} line items' if count > 1 else 'A line item'} on {pages_in_words(pages)} "
    message += f"{'were' if count > 1 else 'was'} not read: this version reads no line items from print."
    values = (str(count), *map(str, pages))
    return Finding(LINES_NOT_READ, Severity.WARNING, message, "/lines", ("BG-25",), values)


def _items(annotated_pages: AnnotatedPages, totals: ChosenTotals) -> list[_Item]:
    """Return the rows above the total that look like items; if it comes first, the rows with a product of numbers."""
    rows = [
        numbers
        for layout in annotated_pages.layouts
        for row in layout.rows
        if (numbers := _numbered(annotated_pages, row))
    ]
    rows = [row for row in rows if not _is_total(annotated_pages, row) and not _is_chosen(row, totals)]
    above = [row for row in rows if totals.gross is None or row[0][0][0].key < totals.gross.segment.key]
    items = _among(above, item_rows(annotated_pages), totals) or _products(rows)
    return sorted({item.row: item for item in items}.values(), key=lambda item: item.row)


def _among(rows: list[list[_Numbered]], table: frozenset[Row], totals: ChosenTotals) -> list[_Item]:
    """Return the rows with a product of quantity and price, and the rows of the table that end in the same column.

    Without a product: the rows of the table, else those that end below the total, else those of the longest column.
    """
    products, ends = _products(rows), [item for row in rows if (item := _ending(row))]
    inside = [item for item in ends if item.row in table]
    if products:
        return [*(item for item in inside if any(_is_aligned(item, other) for other in products)), *products]
    return _last_column(inside) or [item for item in ends if _is_under_total(item, totals)] or _last_column(ends)


def _products(rows: list[list[_Numbered]]) -> list[_Item]:
    return [item for row in rows if (item := _product(row))]


def _numbered(annotated_pages: AnnotatedPages, row: tuple[Segment, ...]) -> list[_Numbered]:
    """Return the numbers of a row without percentages, left to right."""
    printed = [
        (segment, amount) for segment in row for amount in annotated_pages.amounts_of(segment) if not amount.percent
    ]
    return [((segment, amount), amount.value(annotated_pages.decimal_mark)) for segment, amount in printed]


def _product(row: list[_Numbered]) -> _Item | None:
    """Return the last amount of a row that is the product of two numbers before it."""
    for (first, second), amount in ((pair, last) for at, last in _money(row) for pair in combinations(row[:at], 2)):
        product = first[1] * second[1]
        if amount[1] and abs(product - amount[1]) <= _ROUNDING:
            return _item(amount)
    return None


def _money(row: list[_Numbered]) -> Iterator[tuple[int, _Numbered]]:
    """Yield the amounts of money in a row with their index, from its end."""
    for at in range(len(row) - 1, -1, -1):
        (_, amount), _ = row[at]
        if amount.places == 2 or amount.sign:
            yield at, row[at]


def _ending(row: list[_Numbered]) -> _Item | None:
    return next((_item(amount) for _, amount in _money(row)), None)


def _item(numbered: _Numbered) -> _Item:
    (segment, amount), value = numbered
    right = segment.words_in(amount.at, amount.end)[-1].x1
    return _Item((segment.page, segment.row), value, right, segment.size)


def _is_chosen(row: list[_Numbered], totals: ChosenTotals) -> bool:
    """Return True for a row with a chosen total."""
    segment = row[0][0][0]
    chosen = [total.segment for total in (totals.lines, totals.net, totals.tax, totals.gross) if total is not None]
    return any((segment.page, segment.row) == (other.page, other.row) for other in chosen)


def _is_total(annotated_pages: AnnotatedPages, row: list[_Numbered]) -> bool:
    segment = row[0][0][0]
    labels = (
        label
        for other in annotated_pages.row(segment)
        for label in annotated_pages.labels.of(other)
        if label.start == 0
    )
    return any(label.fields.get(role, 0.0) > _MIN_TOTAL_WEIGHT for label in labels for role in _TOTALS)


def _is_aligned(item: _Item, other: _Item) -> bool:
    return abs(item.right - other.right) < other.size


def _last_column(ends: list[_Item]) -> list[_Item]:
    """Return the rows that end in the most frequent column."""
    columns = [[item for item in ends if _is_aligned(item, first)] for first in ends]
    return max(columns, key=len, default=[])


def _is_under_total(item: _Item, totals: ChosenTotals) -> bool:
    first = totals.lines or totals.net or totals.gross
    return first is not None and abs(item.right - first.words[-1].x1) < item.size
