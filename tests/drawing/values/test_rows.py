"""Rows of printed values."""

from invoicy.drawing.values.printed_values import PrintedText
from invoicy.drawing.values.rows import in_rows, is_in_group


def printed(text: str, row: int, x: float) -> PrintedText:
    return PrintedText((1, row), (x, row / 20, x + 0.05, row / 20 + 0.02), text)


def rows_of(**occurrences: list[PrintedText]) -> dict[str, tuple[float, float]]:
    """The left and upper edge of the place of each value. Names: field and number of the line, as in net_price_0."""
    pointers = {
        f"/lines/{name[-1]}/{name[:-2].replace('item_', 'item/')}": texts for name, texts in occurrences.items()
    }
    return {pointer: evidence.box[:2] for pointer, evidence in in_rows(pointers).items()}


def test_only_values_of_repeated_groups_are_in_rows() -> None:
    assert is_in_group("/lines/0/net_amount")
    assert is_in_group("/vat_breakdown/1/rate")
    assert not is_in_group("/totals/vat")
    assert not is_in_group("/lines")


def test_a_line_is_in_the_row_with_most_of_its_values() -> None:
    quantity = [printed("2", 3, 0.5), printed("2", 5, 0.5)]
    assert rows_of(item_name_0=[printed("Oak board", 5, 0.2)], quantity_0=quantity) == {
        "/lines/0/item/name": (0.2, 5 / 20),
        "/lines/0/quantity": (0.5, 5 / 20),
    }


def test_a_single_value_is_not_enough_for_a_row() -> None:
    assert rows_of(item_name_0=[printed("Oak board", 5, 0.2)]) == {}


def test_two_equal_lines_take_different_rows() -> None:
    names = [printed("Oak board", row, 0.2) for row in (5, 6)]
    amounts = [printed("20.00", row, 0.8) for row in (5, 6)]
    places = rows_of(item_name_0=names, net_amount_0=amounts, item_name_1=names, net_amount_1=amounts)
    assert places["/lines/0/item/name"][1] != places["/lines/1/item/name"][1]


def test_a_net_amount_that_equals_the_price_is_the_last_in_its_row() -> None:
    amounts = [printed("20.00", 5, 0.6), printed("20.00", 5, 0.8)]
    places = rows_of(item_name_0=[printed("Oak board", 5, 0.2)], net_price_0=amounts, net_amount_0=amounts)
    assert (places["/lines/0/net_price"][0], places["/lines/0/net_amount"][0]) == (0.6, 0.8)


def test_the_number_of_a_line_is_left_of_its_name() -> None:
    ones = [printed("1", 5, 0.5), printed("1", 5, 0.05)]
    places = rows_of(item_name_0=[printed("Oak board", 5, 0.2)], identifier_0=ones, quantity_0=ones)
    assert (places["/lines/0/identifier"][0], places["/lines/0/quantity"][0]) == (0.05, 0.5)
