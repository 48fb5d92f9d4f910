"""Rows look like line items because of a product, the table, or the column of the total."""

from invoicy.pages.lines.line_items import TotalPlaces, line_items
from tests.pages.typeset import typeset

ITEM = ((50.0, 100.0, "Oak board"), (250.0, 100.0, "4"), (350.0, 100.0, "20.00"), (490.0, 100.0, "80.00"))
SECOND_ITEM = ((50.0, 120.0, "Pine board"), (250.0, 120.0, "2"), (350.0, 120.0, "10.00"), (490.0, 120.0, "20.00"))
FEE = ((50.0, 140.0, "Consulting"), (490.0, 140.0, "30.00"))
HEADS = ((50.0, 80.0, "Description"), (250.0, 80.0, "Quantity"), (350.0, 80.0, "Unit price"), (490.0, 80.0, "Amount"))


def rows_of(*lines: tuple[float, float, str], totals: TotalPlaces | None = None) -> list[int]:
    return [item.row[1] for item in line_items(typeset(*lines), totals or TotalPlaces())]


def test_rows_with_a_product_are_items_and_others_are_not() -> None:
    assert rows_of(*ITEM, *SECOND_ITEM, *FEE) == [0, 1]


def test_a_row_of_the_table_that_ends_in_the_column_of_products_is_an_item() -> None:
    assert rows_of(*HEADS, *ITEM, *FEE) == [1, 2]


def test_a_row_of_a_total_is_not_an_item() -> None:
    assert rows_of(*ITEM, totals=TotalPlaces(frozenset({(1, 0)}))) == []
    assert rows_of((50, 100, "Net total"), (350, 100, "80.00"), (490, 100, "1"), (520, 100, "80.00")) == []


def test_without_a_product_the_rows_that_end_below_the_total_are_items() -> None:
    other_column = ((50.0, 160.0, "Travel"), (300.0, 160.0, "10.00"), (50.0, 180.0, "Parking"), (300.0, 180.0, "5.00"))
    assert rows_of(*FEE, *other_column, totals=TotalPlaces(right=515.0)) == [0]
    assert rows_of(*FEE, *other_column) == [1, 2]


def test_items_are_above_the_total_unless_it_comes_first() -> None:
    assert rows_of(*ITEM, *FEE, totals=TotalPlaces(gross=(1, 1, 1))) == [0]
    assert rows_of(*ITEM, *FEE, totals=TotalPlaces(gross=(1, 0, 0))) == [0]


def test_pages_without_numbers_have_no_items() -> None:
    assert rows_of((50, 100, "For our services as agreed")) == []
