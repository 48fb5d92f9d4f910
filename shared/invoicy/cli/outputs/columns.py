"""The columns of the table of invoices: those that fit, wide enough that no value that matters is lost."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len, chop_cells

_BREAKS = " -_/"


class Column(Struct, frozen=True):
    """A column as it may be shown; widths are in cells of the terminal.

    least: below it, a column that can be left out is left out, and others stay. most: longer values do not widen it.
    """

    name: str
    least: int
    most: int
    is_optional: bool = False
    is_folded: bool = True
    is_right: bool = False


COLUMNS = (
    Column("Document", 20, 40),
    Column("Kind", 16, 16, is_optional=True),
    Column("Number", 10, 24),
    Column("Date", 10, 10, is_optional=True),
    Column("Seller", 14, 32, is_optional=True, is_folded=False),
    Column("Total", 28, 28, is_right=True),
)
_ADDED_IN_ORDER = ("Seller", "Date", "Kind")


def widths_of(rows: Sequence[Mapping[str, str]], room: int) -> tuple[dict[str, int], int]:
    """Width of each column that is shown, by name in the order of COLUMNS, and the gap between two of them."""
    wanted = {column.name: _wanted(column, rows) for column in COLUMNS}
    needed = [column for column in COLUMNS if wanted[column.name] and not column.is_optional]
    gap = 2 if sum(wanted[column.name] + 2 for column in needed) - 2 <= room else 1
    widths = _shrunk({column.name: wanted[column.name] for column in needed}, room - gap * (len(needed) - 1))
    for name in filter(wanted.get, _ADDED_IN_ORDER):
        spare = room - sum(width + gap for width in widths.values())
        if spare < min(wanted[name], _column(name).least):
            break
        widths[name] = min(wanted[name], spare)
    if "Seller" in widths:  # the one column that cuts its values takes what is left
        spare = room - sum(widths.values()) - gap * (len(widths) - 1)
        widths["Seller"] = min(_longest("Seller", rows), widths["Seller"] + spare)
    return {column.name: widths[column.name] for column in COLUMNS if column.name in widths}, gap


def _wanted(column: Column, rows: Iterable[Mapping[str, str]]) -> int:
    longest = _longest(column.name, rows)
    return min(longest, column.most)


def _longest(name: str, rows: Iterable[Mapping[str, str]]) -> int:
    """The longest value, or the name of the column; 0 where no row has a value."""
    longest = max((cell_len(row[name]) for row in rows), default=0)
    return max(longest, len(name)) if longest else 0


def _shrunk(widths: dict[str, int], room: int) -> dict[str, int]:
    """Widths made smaller, the largest first, until they fit or all are at their least."""
    while sum(widths.values()) > room:
        larger = [name for name in widths if widths[name] > _column(name).least]
        if not larger:
            break
        widths[max(larger, key=widths.__getitem__)] -= 1
    return widths


def _column(name: str) -> Column:
    return next(column for column in COLUMNS if column.name == name)


def folded(text: str, width: int) -> list[str]:
    """The text in lines of at most width cells, broken after a sign that joins words where there is one."""
    lines = []
    while cell_len(text) > width:
        head = chop_cells(text, width)[0]
        cut = max(head.rfind(sign) for sign in _BREAKS) + 1
        cut = cut if cut > len(head) // 2 else len(head)
        lines.append(text[:cut])
        text = text[cut:]
    return [*lines, text]
