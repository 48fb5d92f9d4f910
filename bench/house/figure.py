"""A measured figure as it is printed."""

from msgspec import Struct


class Figure(Struct, frozen=True):
    """text: the cell of the table. details: lines that --verbose prints below the table."""

    text: str
    details: tuple[str, ...] = ()
