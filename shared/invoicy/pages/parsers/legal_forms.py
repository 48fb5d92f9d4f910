"""Legal forms of companies, from data/legal_forms.txt."""

import re
from functools import lru_cache

from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.word_lists import words_of

# The longest forms have four words: "ltd. & co. kg", "sp. z o. o.".
_MAX_WORDS = 4

# Two small letters are a word, as "as" or "ab"; legal forms of two letters are printed in capitals.
_MIN_SMALL_LETTERS = 3

# The letters behind the four digits of a Dutch post code: 3511 AB.
_POST_CODE_LETTERS = 2


@lru_cache(maxsize=4096)
def legal_form_end(text: str) -> int:
    """Return the end of the last legal form after a name; 0 if there is no such form."""
    words = list(re.finditer(r"\S+", text))
    end = 0
    for index in range(1, len(words)):
        for size in range(1, min(_MAX_WORDS, len(words) - index) + 1):
            if _is_legal_form(words[index - 1].group(), "".join(word.group() for word in words[index : index + size])):
                end = max(end, words[index + size - 1].end())
    return end


def _is_legal_form(before: str, form: str) -> bool:
    """Test for a legal form. before: the word before it, which may make it a county or a post code."""
    if fold(form) not in words_of("legal_forms") or (form.islower() and len(form) < _MIN_SMALL_LETTERS):
        return False
    is_county = before.endswith(",") and fold(form) == "co"  # Ballyhale, Co. Kilkenny
    is_post_code = before.isdigit() and len(form) == _POST_CODE_LETTERS  # 3511 AB Utrecht
    return not is_county and not is_post_code
