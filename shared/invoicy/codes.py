"""Code lists of EN 16931, from data/codes: one file a list, its first line says which list and version it is."""

from functools import cache
from pkgutil import get_data  # pathlib would take as long to load as a first check

_OWN_OF_SYNTAX = frozenset({"country.cii", "note_subject.cii"})


def country_of(name: str) -> str:
    """ISO 3166-1 code of a country by its name in one of many languages (data/countries.tsv), empty for any other."""
    content = get_data("invoicy", "data/countries.tsv") or b""
    rows = (line.partition("\t") for line in content.decode().splitlines())
    folded = name.strip().casefold()
    return next((code for code, _, names in rows if folded in names.casefold().split("|")), "")


@cache
def codes(name: str, syntax: str = "") -> frozenset[str]:
    """The codes of a list; where the official rules of a syntax have a list of their own, that one."""
    own = f"{name}.{syntax}"
    path = f"data/codes/{own if own in _OWN_OF_SYNTAX else name}.txt"
    content = get_data("invoicy", path)
    if content is None:
        raise FileNotFoundError(path)
    return frozenset(content.partition(b"\n")[2].decode().split())
