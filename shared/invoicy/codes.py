"""Code lists of EN 16931, from data/codes: one file a list, its first line says which list and version it is."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data" / "codes"
_OWN_OF_SYNTAX = frozenset({"country.cii", "note_subject.cii"})


@cache
def codes(name: str, syntax: str = "") -> frozenset[str]:
    """The codes of a list; where the official rules of a syntax have a list of their own, that one."""
    own = f"{name}.{syntax}"
    text = (_FOLDER / f"{own if own in _OWN_OF_SYNTAX else name}.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].split())
