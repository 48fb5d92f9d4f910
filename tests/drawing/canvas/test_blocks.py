"""Blocks of text in columns."""

from invoicy.drawing.canvas.blocks import Cell, beside, block_of, pile
from invoicy.drawing.canvas.inks import COLOURS, PAPER, Ink
from invoicy.drawing.canvas.lettering import BODY, Span
from tests.drawing.pictures import colours_in


def cell(text: str, **options: bool | tuple[int, ...]) -> Cell:
    return Cell(40, 300, (Span(text, BODY),))._replace(**options)  # type: ignore[arg-type]


def test_a_block_is_as_high_as_its_highest_cell() -> None:
    short, long = cell("Oak"), cell("Oak board " * 20)
    assert block_of([short, long], 800).height == block_of([long], 800).height > block_of([short], 800).height


def test_white_space_is_added_above_and_below() -> None:
    assert block_of([cell("Oak")], 800, above=10, below=20).height == block_of([cell("Oak")], 800, below=0).height + 30


def test_a_badge_is_drawn_for_each_finding() -> None:
    plain = block_of([cell("Oak")], 800)
    noted = block_of([cell("Oak", notes=(1, 2))._replace(colour=COLOURS[Ink.WRONG])], 800)
    assert COLOURS[Ink.WRONG] in colours_in(noted)
    assert COLOURS[Ink.WRONG] not in colours_in(plain)


def test_two_columns_are_as_high_as_the_higher_one() -> None:
    block = block_of([], 400, above=50, below=0)
    both = beside([block, block], [block], 800)
    assert both.size == (800, 100)
    assert both.getpixel((799, 99)) == PAPER


def test_a_pile_is_as_high_as_its_parts() -> None:
    parts = [block_of([], 400, above=height, below=0) for height in (10, 20, 30)]
    assert pile(parts).size == (400, 60)
