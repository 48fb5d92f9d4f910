"""Streets and lines with a post code."""

import re
from functools import cache, lru_cache

from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.word_lists import words_of

# Prefixes of post codes: ISO 3166-1 codes and the older plates of cars, as in D-10115.
_COUNTRIES = "LV|LT|MD|SI|SE|DK|NO|FI|L|B|F|I|D|A|CH|EE|IS|CZ|SK|HR|RO|HU|PL|GR|BG|AT|BE|NL|ES|PT|FR|IT|DE|LU"

_POSTAL = re.compile(
    r"(?:^|[\s,|·•●-])(?:(?:[A-Z]{1,3}[- ])?\d{4,6}\s+[^\W\d_]{2,}|\d{3}\s\d{2}\s+[^\W\d_]{2,}"
    r"|\d{2}-\d{3}\s+[^\W\d_]|\d{4}-\d{3}\s+[^\W\d_]"
    r"|\d{4}\s?[A-Z]{2}\s+[^\W\d_]|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?:\W|$)|[A-Z]{2}[\s,]+\d{5}(?:-\s?\d{4})?(?:\W|$)"
    rf"|[^\W\d_]{{3,}}[\s,-]+\d{{5,6}}(?:\W|$)|(?:{_COUNTRIES})[- ]\d{{3,6}}"
    r"|[^\W\d_]{3,},?\s+(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]\d[\dW]\s?[A-Z\d]{4}(?:\W|$)|〒\s?\d{3}-\d{4}|\d{5}-\d{3})"
)
_STATE = re.compile(r"(?:^|,\s*)[^,\d]+,\s*[A-Z]{2}(?:\s|$)")  # Baton Rouge, LA
_HOUSE_NUMBER = re.compile(r"(?:^|\s)\d{1,5}\s?[a-zA-Z]?(?:[/-]\d+)?(?:\W|$)")
_WORD = re.compile(r"[^\s,\d]+")


@lru_cache(maxsize=4096)
def is_postal(text: str) -> bool:
    """Test for a line with a post code and a town, or a town and a state."""
    return bool(_POSTAL.search(text) or _STATE.search(text))


def is_street(text: str) -> bool:
    """Test for a line with letters and a house number."""
    return bool(_HOUSE_NUMBER.search(text)) and any(map(str.isalpha, text))


def has_street_word(text: str) -> bool:
    """Test for a line that begins or ends as the names of streets do, with a number or without.

    The name of a company may end like a street as well.
    """
    words = [fold(word) for word in _WORD.findall(text)]
    if not words:
        return False
    begins = words[0] in words_of("street_words") or "".join(words[:2]) in words_of("street_words")
    return begins or (words[-1].endswith(_street_ends()) and not legal_form_end(text))


@cache
def _street_ends() -> tuple[str, ...]:
    return tuple(words_of("street_ends"))
