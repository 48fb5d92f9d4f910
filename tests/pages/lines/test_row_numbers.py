"""The numbers of a row, and the amount that is a product of two of them."""

from decimal import Decimal

import pytest

from invoicy.pages.lines.row_numbers import RowNumber, last_money, last_product, numbers_of_row
from tests.pages.typeset import typeset


def numbers_of(*texts: str) -> list[RowNumber]:
    pages = typeset(*((50.0 + 100 * index, 100.0, text) for index, text in enumerate(texts)))
    return numbers_of_row(pages, pages.layouts[0].rows[0])


def test_numbers_are_listed_from_left_to_right_without_percentages() -> None:
    values = [number.value for number in numbers_of("Oak board", "4", "19 %", "20.00", "80.00")]
    assert values == [Decimal(4), Decimal("20.00"), Decimal("80.00")]


@pytest.mark.parametrize(("text", "is_money"), [("80.00", True), ("80 EUR", True), ("80", False), ("80.125", False)])
def test_two_decimal_places_or_a_currency_make_money(text: str, is_money: bool) -> None:
    (number,) = numbers_of(text)
    assert number.is_money is is_money


def test_a_number_ends_at_the_right_edge_of_its_print() -> None:
    pages = typeset((50.0, 100.0, "80.00 net"))
    (number,) = numbers_of_row(pages, pages.layouts[0].rows[0])
    assert number.right == pages.layouts[0].rows[0][0].words[0].x1


@pytest.mark.parametrize(
    ("texts", "product"),
    [
        (("4", "20.00", "80.00"), "80.00"),
        (("3", "0.333", "1.00"), "1.00"),
        (("4", "20.00", "80.00", "95.20"), "80.00"),
        (("4", "20.00", "81.00"), None),
        (("4", "20", "80"), None),
        (("0", "20.00", "0.00"), None),
    ],
)
def test_the_last_product_is_an_amount_of_quantity_and_price(texts: tuple[str, ...], product: str | None) -> None:
    number = last_product(numbers_of(*texts))
    assert (number and str(number.value)) == product


def test_the_last_amount_of_money_may_have_a_count_behind_it() -> None:
    number = last_money(numbers_of("20.00", "80.00", "3"))
    assert number is not None
    assert number.value == Decimal("80.00")
    assert last_money(numbers_of("1", "2")) is None
