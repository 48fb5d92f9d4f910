"""The table of line items reaches from its column heads to the first total."""

from invoicy.pages.lines.table import item_rows
from tests.pages.typeset import typeset

HEADS = (
    (50.0, 100.0, "Description"),
    (300.0, 100.0, "Quantity"),
    (380.0, 100.0, "Unit price"),
    (480.0, 100.0, "Amount"),
)
ITEMS = ((50.0, 120.0, "Oak board"), (300.0, 120.0, "4"), (480.0, 120.0, "80.00"), (50.0, 135.0, "Delivery"))
TOTALS = ((380.0, 160.0, "Net total"), (480.0, 160.0, "80.00"), (380.0, 175.0, "VAT"), (480.0, 175.0, "16.00"))


def rows_of_items(*lines: tuple[float, float, str]) -> set[int]:
    rows = item_rows(typeset(*lines))
    assert all(page == 1 for page, _ in rows)
    return {row for _, row in rows}


def test_the_table_has_its_heads_and_its_items_but_no_totals() -> None:
    assert rows_of_items((50, 50, "Invoice"), *HEADS, *ITEMS, *TOTALS) == {1, 2, 3}


def test_two_labels_of_columns_are_not_a_head() -> None:
    assert rows_of_items(*HEADS[:2], *ITEMS, *TOTALS) == set()


def test_a_total_without_an_amount_does_not_end_the_table() -> None:
    assert rows_of_items(*HEADS, (50, 120, "Net total"), (50, 135, "Oak board")) == {0, 1, 2}


def test_a_second_table_begins_at_its_own_heads() -> None:
    again = tuple((x, y + 200, text) for x, y, text in HEADS)
    assert rows_of_items(*HEADS, *ITEMS, *TOTALS, *again, (50, 320, "Pine board")) == {0, 1, 2, 5, 6}
