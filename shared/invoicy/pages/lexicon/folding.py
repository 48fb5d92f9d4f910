"""Folds text to the form in which labels and names are compared: no case, no accents, no marks."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ı": "i", "œ": "oe", "þ": "th", "ð": "d", "#": "no", "°": "o"}
)


_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Letters and digits only, no case, no accents: what labels are compared by. # and ° read as "no"."""
    if text.isascii():
        return _NO_LETTERS.sub("", text.lower().replace("#", "no"))
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).translate(_LETTERS)
    return "".join(c for c in decomposed if c.isalnum())
