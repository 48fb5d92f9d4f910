"""The tables in data/syntax: rows as they are written, names with their namespaces."""

from invoicy import data


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a table without its head."""
    return data.rows(f"syntax/{name}.tsv")


def has_table(name: str) -> bool:
    """Test whether there is a table of a name."""
    return f"{name}.tsv" in data.names("syntax")


def qualified(name: str, namespaces: dict[str, str]) -> str:
    """Return the name of an element as lxml writes it; a name without a prefix has no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{namespaces[prefix]}}}{local}" if colon else name
