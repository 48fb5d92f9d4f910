"""The tables in data/syntax: rows as they are written, names with their namespaces."""

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "syntax"


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a table, without its head."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


def has_table(name: str) -> bool:
    """True where there is a table of that name."""
    return (_FOLDER / f"{name}.tsv").exists()


def qualified(name: str, namespaces: dict[str, str]) -> str:
    """The name of an element as lxml has it; a name without a prefix is in no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{namespaces[prefix]}}}{local}" if colon else name
