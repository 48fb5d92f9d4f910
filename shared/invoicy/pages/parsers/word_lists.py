"""Word lists of the library, folded."""

from functools import cache

from invoicy import data
from invoicy.pages.lexicon.folding import fold


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the folded lines of a list. name: its file in data, without .txt."""
    return frozenset(map(fold, data.lines(f"{name}.txt")))
