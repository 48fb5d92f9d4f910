"""The parts of a printed table."""

import msgspec


class Pair(msgspec.Struct, frozen=True):
    """A label and its value."""

    label: str
    value: str


class Total(msgspec.Struct, frozen=True):
    """A row of the totals; `kind` is its role: part, net, tax, gross, due."""

    label: str
    value: str
    kind: str


class Chunk(msgspec.Struct, frozen=True):
    """The rows of one page, with the sums carried from and to its neighbours."""

    rows: tuple[tuple[str, ...], ...]
    brought: Pair | None = None
    carried: Pair | None = None


class Table(msgspec.Struct, frozen=True):
    """Heads, the places of columns (`start` or `end`, `wide` for the one that takes the rest) and rows."""

    heads: tuple[str, ...]
    places: tuple[str, ...]
    chunks: tuple[Chunk, ...]
