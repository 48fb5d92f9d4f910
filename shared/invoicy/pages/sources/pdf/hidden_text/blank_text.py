"""Words of a text layer whose text objects have no ink."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.coordinates import matrix_of, transformed

# Bands that the page is divided into: about a line of text each, so that only words nearby are compared.
_BANDS = 70
# Share of a word's width: a space at its edge covers less.
_MIN_SHARE_OF_WORD = 0.5


def has_area(box: Box) -> bool:
    """Test whether a text object has ink. box: left, bottom, right, top."""
    left, bottom, right, top = box
    return left < right and bottom < top


def are_words_blank(raw: Any, page: Any, words: Iterable[Box], blank: list[Box]) -> bool:
    """Test whether a word has a text object without ink. Most such objects are the spaces between words.

    words: in shares of the page as shown. blank: boxes of the text objects without ink, in user space.
    """
    bands: dict[int, list[Box]] = defaultdict(list)
    for box in _page_shares(raw, page, blank) if blank else ():
        bands[int(box[1] * _BANDS)].append(box)
    return bool(bands) and any(
        _covers_word(box, word)
        for word in words
        for band in range(int(max(word[1], 0) * _BANDS), int(min(word[3], 1) * _BANDS) + 1)
        for box in bands.get(band, ())
    )


def _covers_word(blank: Box, word: Box) -> bool:
    x0, top, x1, bottom = word
    return top <= blank[1] <= bottom and min(x1, blank[2]) - max(x0, blank[0]) > _MIN_SHARE_OF_WORD * (x1 - x0)


def _page_shares(raw: Any, page: Any, boxes: list[Box]) -> list[Box]:
    """Return boxes of user space in shares of the page as shown."""
    width, height = size = page.get_size()
    matrix = matrix_of(raw, page, size)
    shares = []
    for left, bottom, right, top in boxes:
        (x0, y0), (x1, y1) = transformed(matrix, left, bottom), transformed(matrix, right, top)
        shares.append((min(x0, x1) / width, min(y0, y1) / height, max(x0, x1) / width, max(y0, y1) / height))
    return shares
