"""Code lists of EN 16931, from data/codes: one file a list, its first line says which list and version it is."""

from functools import cache

from invoicy import data

_OWN_OF_SYNTAX = frozenset({"country.cii", "note_subject.cii"})


@cache
def _country_names() -> dict[str, list[str]]:
    """ISO 3166-1 code to the names of the country in many languages, English first; from data/countries.tsv."""
    return {code: names.split("|") for code, names in data.rows("countries.tsv")}


def country_of(name: str) -> str:
    """Code of a country by its name in one of many languages, empty where there is none of that name."""
    folded = name.strip().casefold()
    named = (code for code, names in _country_names().items() if folded in map(str.casefold, names))
    return next(named, "")


def country_name(code: str) -> str:
    """English name of a country with its code, or the code alone. VAT identifiers have EL for Greece."""
    names = _country_names().get("GR" if code == "EL" else code)
    return f"{names[0]} ({code})" if names else code


@cache
def codes(name: str, syntax: str = "") -> frozenset[str]:
    """The codes of a list; where the official rules of a syntax have a list of their own, that one."""
    own = f"{name}.{syntax}"
    content = data.content(f"codes/{own if own in _OWN_OF_SYNTAX else name}.txt")
    return frozenset(content.partition(b"\n")[2].decode().split())
