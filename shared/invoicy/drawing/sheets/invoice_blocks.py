"""The blocks of an e-invoice: the names of its business terms, their values, and numbers of findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from invoicy.drawing.canvas.blocks import EDGE, Cell, beside, block_of
from invoicy.drawing.canvas.inks import COLOURS, QUIET, Ink
from invoicy.drawing.canvas.lettering import Span, Style, legible
from invoicy.drawing.text.sections import Section, SectionValue, sections_of
from invoicy.model import Invoice
from invoicy.readings.reading import Finding

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 1400
_HALF = WIDTH // 2
_NAMES, _VALUES = 255, 352
_OTHERS = 1000
_HEAD = Style(25, bold=True)
_NAME = Style(20, colour=QUIET)
_TERM = Style(17, colour=QUIET)
_SMALL = Style(19, colour=QUIET)
_SIZE, _FOOT = 21, 40
_COLUMNS = (  # of the table of lines: left edge, width, title, fields
    (EDGE, 90, "Line", ("identifier",)),
    (140, 560, "Item", ("item/name",)),
    (715, 170, "Quantity", ("quantity", "unit_code")),
    (895, 160, "Net price", ("net_price",)),
    (1065, 110, "VAT", ("vat_category_code", "vat_rate")),
    (1185, 179, "Net amount", ("net_amount",)),
)
_FIRST_RIGHT = 2


def blocks_of(invoice: Invoice, findings: Mapping[int, Finding]) -> Iterator[Image]:
    """Yield blocks from the top of the invoice down. findings: about the invoice, by their number."""
    sections = sections_of(invoice, findings)
    yield _in_two_columns(sections.above)
    if sections.lines:
        yield _table_head()
    for line in sections.lines:
        yield from _table_row(line)
    if sections.below:
        yield _in_two_columns(sections.below)


def foot() -> Image:
    """Return the white space under the last block of a sheet."""
    return block_of((), WIDTH, above=_FOOT, below=0)


def _in_two_columns(sections: Sequence[Section]) -> Image:
    """Draw sections in two columns. Each section goes to the column that is shorter so far."""
    columns: tuple[list[Image], list[Image]] = ([], [])
    heights = [0, 0]
    for section in sections:
        shorter = heights.index(min(heights))
        blocks = list(_section(section))
        columns[shorter].extend(blocks)
        heights[shorter] += sum(block.height for block in blocks)
    return beside(*columns, WIDTH)


def _section(section: Section) -> Iterator[Image]:
    title = (Span(f"{section.title.name} ", _HEAD), Span(section.title.term, _SMALL))
    yield block_of([Cell(EDGE, _HALF - 2 * EDGE, title)], _HALF, above=28, below=10, rule=True)
    for value in section.values:
        name = (Span(f"{value.named.name} ", _NAME), Span(value.named.term, _TERM))
        cells = [Cell(EDGE, _NAMES, name), _cell(EDGE + _NAMES + 16, _VALUES, (value,))]
        yield block_of(cells, _HALF, above=4, below=2)


def _table_head() -> Image:
    cells = [
        Cell(x, width, (Span(title, Style(20, bold=True)),), is_right=index >= _FIRST_RIGHT)
        for index, (x, width, title, _) in enumerate(_COLUMNS)
    ]
    return block_of(cells, WIDTH, above=40, below=8, rule=True)


def _table_row(line: Section) -> Iterator[Image]:
    """Yield the blocks of a line: the usual values in columns, the others under the item's name."""
    values = {value.pointer.removeprefix(f"{line.pointer}/"): value for value in line.values}
    cells = []
    for index, (x, width, _, fields) in enumerate(_COLUMNS):
        in_column = tuple(values.pop(field) for field in fields if field in values)
        cells.append(_cell(x, width, in_column, is_right=index >= _FIRST_RIGHT))
    yield block_of(cells, WIDTH, above=10, below=4, rule=not values)
    if values:
        yield block_of([_others(_COLUMNS[1][0], _OTHERS, tuple(values.values()))], WIDTH, below=10, rule=True)


def _others(x: float, width: float, values: Sequence[SectionValue]) -> Cell:
    spans: list[Span] = []
    for value in values:
        comma = ", " if value is not values[-1] else ""
        spans += [Span(f"{value.named.name} ", _SMALL), Span(f"{value.named.term} ", _TERM)]
        spans.append(Span(f"{legible(value.text)}{comma}", _style(value, 19)))
    notes = tuple(note for value in values for note in value.notes)
    colour = next((COLOURS[value.ink] for value in values if value.notes), QUIET)
    return Cell(x, width, tuple(spans), notes=notes, colour=colour)


def _cell(x: float, width: float, values: Sequence[SectionValue], *, is_right: bool = False) -> Cell:
    spans = tuple(
        Span(f"{' ' if index else ''}{legible(value.text)}", _style(value)) for index, value in enumerate(values)
    )
    notes = tuple(note for value in values for note in value.notes)
    colour = next((COLOURS[value.ink] for value in values if value.notes), QUIET)
    return Cell(x, width, spans, is_right, notes, colour)


def _style(value: SectionValue, size: int = _SIZE) -> Style:
    return Style(size) if value.ink is Ink.OTHER else Style(size, bold=True, colour=COLOURS[value.ink])
