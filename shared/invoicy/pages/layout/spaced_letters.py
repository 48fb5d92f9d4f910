"""Words whose letters are set apart, such as I N V O I C E, joined again."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from invoicy.pages.sources.page import Word

# Fewer single letters may be initials or the cells of a table. 2 to 6 read the corpus alike.
_MIN_LETTERS = 4
# A gap so many times the median separates two words. 1.1 to 3 read the corpus alike.
_WORD_GAP = 1.6
# Share of the size below which a median gap does not count, so that letters without gaps are not cut by rounding.
_MIN_LETTER_GAP = 0.1


def join_spaced_letters(words: list[Word]) -> list[Word]:
    """Join single letters of a row that are next to each other. words: from left to right.

    A gap much wider than those between most letters separates two words.
    """
    if [len(word.text) for word in words].count(1) < _MIN_LETTERS:
        return words
    joined: list[Word] = []
    letters: list[Word] = []
    for word in [*words, None]:
        if word is not None and len(word.text) == 1 and word.text.isalnum():
            letters.append(word)
            continue
        joined += _words_of(letters) if len(letters) >= _MIN_LETTERS else letters
        letters = []
        joined += [word] if word is not None else []
    return joined


def _words_of(letters: list[Word]) -> Iterator[Word]:
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(letters))
    widest = _WORD_GAP * max(gaps[len(gaps) // 2], _MIN_LETTER_GAP * letters[0].size)
    start = 0
    for end in range(1, len(letters) + 1):
        if end == len(letters) or letters[end].x0 - letters[end - 1].x1 > widest:
            part = letters[start:end]
            text = "".join(letter.text for letter in part)
            yield structs.replace(part[0], text=text, x1=part[-1].x1)
            start = end
