"""The tables in data/syntax: rows as they are written, names with their namespaces."""

from invoicy import data


def rows_of(name: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    return data.rows(f"syntax/{name}.tsv")


def has_table(name: str) -> bool:
    """True where there is a table of that name."""
    return f"{name}.tsv" in data.names("syntax")


def qualified(name: str, namespaces: dict[str, str]) -> str:
    """The name of an element as lxml has it; a name without a prefix is in no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{namespaces[prefix]}}}{local}" if colon else name
