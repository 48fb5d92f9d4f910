"""The form in which labels and names are compared."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ı": "i", "œ": "oe", "þ": "th", "ð": "d", "#": "no", "°": "o"}
)  # letters that Unicode does not decompose; # and ° are printed for "no"

_NO_LETTERS = re.compile(r"[^a-z0-9]+")

# Different texts that are remembered: more than a document of a hundred pages has words.
_MAX_REMEMBERED = 8192


@lru_cache(maxsize=_MAX_REMEMBERED)
def fold(text: str) -> str:
    """Return the letters and digits of a text in small letters without accents; # and ° become "no" and "o"."""
    if text.isascii():
        return _NO_LETTERS.sub("", text.lower().replace("#", "no"))
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).translate(_LETTERS)
    return "".join(c for c in decomposed if c.isalnum())
