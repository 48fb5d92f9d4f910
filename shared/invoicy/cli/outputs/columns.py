"""The columns of the table of invoices: which columns fit the terminal, and their widths."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len, chop_cells

_BREAKS = " -_/"


class Column(Struct, frozen=True):
    """A column. Widths are in cells of the terminal.

    least: the smallest width; an optional column with less room is left out. most: the largest width. is_folded: long
    values continue on the next line, instead of being cut. is_right: values are aligned right.
    """

    name: str
    least: int
    most: int
    is_optional: bool = False
    is_folded: bool = True
    is_right: bool = False


COLUMNS = (
    Column("Document", 20, 40),
    Column("Format", 16, 16, is_optional=True),
    Column("Number", 10, 24),
    Column("Date", 10, 10, is_optional=True),
    Column("Seller", 14, 32, is_optional=True, is_folded=False),
    Column("Total", 28, 28, is_right=True),
)
_ADDED_IN_ORDER = ("Seller", "Date", "Format")


def widths_of(rows: Sequence[Mapping[str, str]], room: int) -> tuple[dict[str, int], int]:
    """Return the width of each column that fits, by name in the order of COLUMNS, and the gap between columns."""
    wanted = {column.name: _wanted(column, rows) for column in COLUMNS}
    needed = [column for column in COLUMNS if wanted[column.name] and not column.is_optional]
    gap = 2 if sum(wanted[column.name] + 2 for column in needed) - 2 <= room else 1
    widths = _shrunk({column.name: wanted[column.name] for column in needed}, room - gap * (len(needed) - 1))
    for name in filter(wanted.get, _ADDED_IN_ORDER):
        spare = room - sum(width + gap for width in widths.values())
        if spare < min(wanted[name], _column(name).least):
            break
        widths[name] = min(wanted[name], spare)
    if "Seller" in widths:  # its values may be cut, so it takes the room that is left
        spare = room - sum(widths.values()) - gap * (len(widths) - 1)
        widths["Seller"] = min(_longest("Seller", rows), widths["Seller"] + spare)
    return {column.name: widths[column.name] for column in COLUMNS if column.name in widths}, gap


def _wanted(column: Column, rows: Iterable[Mapping[str, str]]) -> int:
    longest = _longest(column.name, rows)
    return min(longest, column.most)


def _longest(name: str, rows: Iterable[Mapping[str, str]]) -> int:
    """Return the width of the longest value or of the column's name; 0 if no row has a value."""
    longest = max((cell_len(row[name]) for row in rows), default=0)
    return max(longest, len(name)) if longest else 0


def _shrunk(widths: dict[str, int], room: int) -> dict[str, int]:
    """Reduce the widths, the largest first, until they fit the room or all are at their least."""
    while sum(widths.values()) > room:
        larger = [name for name in widths if widths[name] > _column(name).least]
        if not larger:
            break
        widths[max(larger, key=widths.__getitem__)] -= 1
    return widths


def _column(name: str) -> Column:
    return next(column for column in COLUMNS if column.name == name)


def folded(text: str, width: int) -> list[str]:
    """Split the text into lines of at most width cells, after a blank, hyphen, underscore or slash if possible."""
    lines = []
    while cell_len(text) > width:
        head = chop_cells(text, width)[0]
        cut = max(head.rfind(sign) for sign in _BREAKS) + 1
        cut = cut if cut > len(head) // 2 else len(head)
        lines.append(text[:cut])
        text = text[cut:]
    return [*lines, text]
