"""The words of a PDF page, read on the page turned so that most of its text is level."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from invoicy.pages.sources.page import Box, Word, as_shown
from invoicy.pages.sources.pdf.characters import characters_of
from invoicy.pages.sources.pdf.coordinates import Matrix, Size, matrix_of, turned_back
from invoicy.pages.sources.pdf.runs import Char, runs
from invoicy.pages.sources.words import cuts

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")  # Hebrew to Arabic Extended-A
_BOLD = 600  # font weight; OpenType calls 600 semi-bold and 700 bold
_QUARTERS = 4  # of a full turn
_HALF_TURN = 2  # quarters


class LevelText(Struct, frozen=True):
    """Words in the direction in which most text of a page runs.

    size: that of the page turned back. turn: quarter turns clockwise on the page as shown. aside: the number of
    letters that run in another direction, which words leaves out.
    """

    words: tuple[Word, ...]
    size: Size
    turn: int
    aside: int

    def box_of(self, word: Word) -> Box:
        """Return the box of a word in shares of the page as shown."""
        width, height = self.size
        return as_shown((word.x0 / width, word.top / height, word.x1 / width, word.bottom / height), self.turn)


def level_text_of(raw: Any, page: Any, size: Size) -> LevelText:
    """Read the words of a pypdfium2 page. size: that of the page as shown."""
    textpage = page.get_textpage()
    try:
        matrix = matrix_of(raw, page, size)
        by_turn = _words_by_turn(raw, page, textpage.raw, matrix)
        letters = [sum(len(word.text) for word in words) for words in by_turn]
        turn = max(range(_QUARTERS), key=letters.__getitem__)
        aside = sum(letters) - letters[turn]
        if not turn and not _are_backwards(by_turn[0]):
            return LevelText(tuple(by_turn[0]), size, 0, aside)
        # A font of negative size turns the letters by another half turn. The right turn makes fewer, longer words.
        texts = []
        for page_turn in (turn, (turn + _HALF_TURN) % _QUARTERS):
            level_matrix, level_size = turned_back(matrix, size, page_turn)
            words = tuple(_words_by_turn(raw, page, textpage.raw, level_matrix)[turn])
            texts.append(LevelText(words, level_size, page_turn, aside))
        return min(texts, key=lambda text: len(text.words))
    finally:
        textpage.close()


def _are_backwards(words: list[Word]) -> bool:
    """Most words end left of their beginning, in a script that is written from left to right."""
    several = [word for word in words if len(word.text) > 1 and not _RIGHT_TO_LEFT.search(word.text)]
    return sum(word.x1 <= word.x0 for word in several) > len(several) / 2


def _words_by_turn(raw: Any, page: Any, textpage: Any, matrix: Matrix) -> tuple[list[Word], ...]:
    """Return the words for each number of quarter turns clockwise. Only words that the matrix makes level are whole."""
    by_turn: tuple[list[Word], ...] = ([], [], [], [])
    rotation = raw.FPDFPage_GetRotation(page)
    chars = characters_of(raw, textpage, matrix)
    for run in runs(chars, lambda index: raw.FPDFText_IsGenerated(textpage, index) == 1):
        turn = round(raw.FPDFText_GetCharAngle(textpage, run[0][-1]) / (math.pi / 2)) + rotation
        by_turn[turn % _QUARTERS].extend(_words(raw, textpage, run))
    return by_turn


def _words(raw: Any, textpage: Any, run: list[Char]) -> Iterator[Word]:
    texts, lefts, tops, rights, bottoms, indices = zip(*run, strict=True)
    is_bold = raw.FPDFText_GetFontWeight(textpage, indices[0]) >= _BOLD
    text, start = "".join(texts), 0
    for end in [*cuts(text), len(run)]:
        top, bottom = min(tops[start:end]), max(bottoms[start:end])
        yield Word(text[start:end], lefts[start], top, rights[end - 1], bottom, is_bold, start > 0)
        start = end
