"""Pages of words made by hand, without a PDF: lines of text at places."""

import re
from collections.abc import Iterator
from itertools import pairwise

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.sources.page import PageText, Word
from invoicy.pages.sources.words import cuts

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0
_LETTER, _SPACE = 5.0, 2.8


def words_at(x: float, y: float, text: str, size: float = SIZE) -> list[Word]:
    """The words of a line; two spaces make a wide gap."""
    words, left = [], x
    for part in text.split(" "):
        width = _LETTER * size / SIZE * len(part)
        if part:
            words.append(Word(part, left, y, left + width, y + size))
        left += width + _SPACE * size / SIZE
    return words


def page(*lines: tuple[float, float, str], number: int = 1) -> PageText:
    """lines: left, top, text."""
    words = tuple(word for x, y, text in lines for word in words_at(x, y, text))
    return PageText(number, WIDTH, HEIGHT, words)


def typeset(*lines: tuple[float, float, str]) -> AnnotatedPages:
    return annotate_pages((page(*lines),))


def drawn(text: str) -> PageText:
    """A page drawn with letters: a line a row; a line that starts with ! is large, ~~~ goes to the foot."""
    words: list[Word] = []
    top = 40.0
    for line in text.splitlines():
        if line.strip() == "~~~":
            top = max(top, HEIGHT - 70)
            continue
        words += _drawn_words(line, top)
        top += 13
    return PageText(1, WIDTH, HEIGHT, tuple(words))


def _drawn_words(line: str, top: float) -> Iterator[Word]:
    large = line.startswith("!")
    size = 18.0 if large else SIZE
    for word in re.finditer(r"[^\s!]\S*" if large else r"\S+", line):
        text = word.group()
        ends = [0, *cuts(text), len(text)]
        for start, end in pairwise(ends):
            left = 30 + (word.start() + start) * 6.0
            right = left + (end - start) * 6.0
            yield Word(text[start:end], left, top + SIZE - size, right, top + SIZE, large, start > 0)
