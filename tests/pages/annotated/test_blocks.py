"""Lines under each other with the same alignment are one block."""

from invoicy.pages.annotated.blocks import blocks_in
from tests.pages.typeset import typeset


def blocks(*lines: tuple[float, float, str]) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in blocks_in(typeset(*lines))]


def test_lines_with_the_same_left_edge_are_one_block() -> None:
    lines = ((50.0, 50.0, "Kestrel Timber Ltd"), (50.0, 62.0, "5 Mill Lane"), (50.0, 74.0, "York YO1 7HH"))
    assert blocks(*lines) == [["Kestrel Timber Ltd", "5 Mill Lane", "York YO1 7HH"]]


def test_two_columns_are_two_blocks() -> None:
    lines = ((50.0, 50.0, "Seller"), (300.0, 50.0, "Buyer"), (50.0, 62.0, "York"), (300.0, 62.0, "Leeds"))
    assert blocks(*lines) == [["Seller", "York"], ["Buyer", "Leeds"]]


def test_centred_lines_are_one_block() -> None:
    assert blocks((50, 50, "aaaaaaaaaaaa"), (65, 62, "bbbbbb")) == [["aaaaaaaaaaaa", "bbbbbb"]]


def test_a_wide_gap_separates_blocks() -> None:
    assert len(blocks((50, 50, "Kestrel Timber Ltd"), (50, 75, "Harrow Bakery Ltd"))) == 2


def test_a_title_separates_blocks() -> None:
    assert blocks((50, 50, "York"), (50, 62, "Invoice"), (50, 74, "Leeds")) == [["York"], ["Leeds"]]


def test_a_free_line_between_street_and_town_does_not_separate_an_address() -> None:
    lines = ((50.0, 50.0, "Muster GmbH"), (50.0, 62.0, "Hauptstr. 5"), (50.0, 86.0, "10115 Berlin"))
    assert blocks(*lines) == [["Muster GmbH", "Hauptstr. 5", "10115 Berlin"]]


def test_a_block_contains_its_own_lines_only() -> None:
    pages = typeset((50, 50, "Seller"), (300, 50, "Buyer"))
    seller, buyer = blocks_in(pages)
    assert seller.top.text == "Seller"
    assert seller.contains(seller.top)
    assert not seller.contains(buyer.top)
