"""Code lists of EN 16931, from data/codes: one file for each list; its first line names the list and its version."""

from functools import cache

from invoicy import data

_OWN_OF_SYNTAX = frozenset({"country.cii", "note_subject.cii"})


@cache
def country_names() -> dict[str, list[str]]:
    """Return the names of each country by ISO 3166-1 code, English first; from data/countries.tsv."""
    return {code: names.split("|") for code, names in data.rows("countries.tsv")}


def country_of(name: str) -> str:
    """Return the code of a country by its name in one of many languages; empty for an unknown name."""
    folded = name.strip().casefold()
    named = (code for code, names in country_names().items() if folded in map(str.casefold, names))
    return next(named, "")


def country_name(code: str) -> str:
    """Return the English name of a country with its code, or the code alone. EL is Greece in VAT identifiers."""
    names = country_names().get("GR" if code == "EL" else code)
    return f"{names[0]} ({code})" if names else code


@cache
def codes(name: str, syntax: str = "") -> frozenset[str]:
    """Return the codes of a list, or of the syntax's own list if its official rules have one."""
    own = f"{name}.{syntax}"
    content = data.content(f"codes/{own if own in _OWN_OF_SYNTAX else name}.txt")
    return frozenset(content.partition(b"\n")[2].decode().split())
