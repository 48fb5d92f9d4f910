"""Blocks: parts of a sheet with text in columns. A block is not split between two sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from invoicy.drawing.canvas.inks import PAPER, RULE, Colour
from invoicy.drawing.canvas.lettering import Line, Span, height_of, width_of, wrapped, write
from invoicy.drawing.canvas.shapes import BADGE, badge

if TYPE_CHECKING:
    from PIL.Image import Image


EDGE = 36
_MIN_WIDTH = 60


class Cell(NamedTuple):
    """Text in a column. x: its left edge. notes: numbers of findings, drawn as badges after the text.

    colour: colour of the badges.
    """

    x: float
    width: float
    spans: tuple[Span, ...]
    is_right: bool = False
    notes: tuple[int, ...] = ()
    colour: Colour = RULE


def block_of(cells: Sequence[Cell], width: int, *, above: int = 0, below: int = 8, rule: bool = False) -> Image:
    """Draw cells side by side. above, below: white space in pixels. rule: draw a thin line under the cells."""
    from PIL import Image as Images
    from PIL import ImageDraw

    texts = [wrapped(cell.spans, max(_MIN_WIDTH, cell.width - (BADGE + 4) * len(cell.notes))) for cell in cells]
    height = above + max([*map(height_of, texts), *(BADGE for cell in cells if cell.notes)], default=0) + below
    image = Images.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(image)
    for cell, lines in zip(cells, texts, strict=True):
        _write_cell(image, cell, lines, above)
    if rule:
        draw.line((EDGE, height - 1, width - EDGE, height - 1), RULE, 1)
    return image


def _write_cell(image: Image, cell: Cell, lines: Sequence[Line], top: int) -> None:
    from PIL import ImageDraw

    y, end = float(top), cell.x
    for line in lines:
        length = sum(width_of(span.text, span.style) for span in line)
        start = cell.x + cell.width - length if cell.is_right else cell.x
        end = start + length
        y = write(ImageDraw.Draw(image), (start, y), [line])
    for index, note in enumerate(cell.notes):
        across = (BADGE + 4) * index + 8
        left = cell.x - BADGE - across if cell.is_right else end + across
        badge(image, (left, max(top, y - BADGE)), note, cell.colour)


def beside(left: Sequence[Image], right: Sequence[Image], width: int) -> Image:
    """Draw two columns of blocks, each half as wide as the sheet."""
    from PIL import Image as Images

    columns = (left, right)
    height = max(sum(block.height for block in column) for column in columns)
    image = Images.new("RGB", (width, height), PAPER)
    for index, column in enumerate(columns):
        if column:
            image.paste(pile(column), (index * width // 2, 0))
    return image


def pile(parts: Sequence[Image]) -> Image:
    """Join pictures of the same width from top to bottom."""
    from PIL import Image as Images

    image = Images.new("RGB", (parts[0].width, sum(part.height for part in parts)), PAPER)
    top = 0
    for part in parts:
        image.paste(part, (0, top))
        top += part.height
    return image
