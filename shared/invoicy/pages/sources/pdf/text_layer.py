"""The text layer of a PDF: pages of words with boxes, read by pdfium."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from invoicy.documents.pdfium import open_pdf
from invoicy.pages.sources.page import MAX_PAGES, Box, PageText, UnreadContent, Word, as_shown
from invoicy.pages.sources.pdf.annotations import opened
from invoicy.pages.sources.pdf.barcodes import barcodes_on
from invoicy.pages.sources.pdf.coordinates import Matrix, Size, made_level, matrix_of
from invoicy.pages.sources.pdf.hidden_text.words import hidden_on, is_beside
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, direct
from invoicy.pages.sources.pdf.ocr_layer import is_ocr_layer
from invoicy.pages.sources.pdf.pictures import pictures_on, unread_on
from invoicy.pages.sources.pdf.runs import Char, runs
from invoicy.pages.sources.words import cuts, is_garbled, is_untrustworthy

if TYPE_CHECKING:
    import pypdfium2

_LEFTWARDS = re.compile("[\u0590-\u08ff]")


_SPACES = frozenset("\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000")


def pages_of_pdf(content: bytes) -> tuple[PageText, ...]:
    """Read the first MAX_PAGES pages. Raises UnreadableDocumentError for a PDF that is encrypted or broken."""
    with open_pdf(content) as pdf:
        return pages_in(pdf)


def pages_in(pdf: pypdfium2.PdfDocument) -> tuple[PageText, ...]:
    """Read the first MAX_PAGES pages of an open PDF."""
    return tuple(_page(pdf, index) for index in range(min(len(pdf), MAX_PAGES)))


def _page(pdf: pypdfium2.PdfDocument, index: int) -> PageText:
    from pypdfium2 import raw

    page = opened(pdf, index)
    try:
        size = page.get_size()
        text, hidden = _shown(page, _text_on(raw, page, size))
        pictures = pictures_on(page)
        needs_ocr = is_untrustworthy("".join(word.text for word in text.words))
        unread = unread_on(page, [text.box_of(word) for word in text.words], pictures, needs_ocr=needs_ocr)
        if needs_ocr and _is_short(text.words) and unread in (UnreadContent.NOTHING, UnreadContent.LITTLE):
            needs_ocr, unread = False, UnreadContent.NOTHING
        return PageText(
            index + 1,
            *text.size,
            text.words,
            needs_ocr=needs_ocr,
            barcodes=barcodes_on(page),
            turn=text.turn,
            unread=unread,
            aside=text.aside,
            hidden=hidden,
            is_recognised=is_ocr_layer(page, pictures),
        )
    finally:
        page.close()


class _Text(Struct, frozen=True):
    """The words of a page in the direction that most of its text runs in, on the page turned so that they are level."""

    words: tuple[Word, ...]
    size: Size
    turn: int
    aside: int

    def box_of(self, word: Word) -> Box:
        """In shares of the page as shown."""
        width, height = self.size
        return as_shown((word.x0 / width, word.top / height, word.x1 / width, word.bottom / height), self.turn)


def _shown(page: Any, text: _Text) -> tuple[_Text, int]:
    """The text without the words that nobody sees, and how many letters of these are on the page."""
    boxes = [text.box_of(word) for word in text.words]
    hidden = hidden_on(page, list(zip([word.text for word in text.words], boxes, strict=True)))
    if not hidden:
        return text, 0
    words = tuple(word for index, word in enumerate(text.words) if index not in hidden)
    letters = sum(len(text.words[index].text) for index in hidden if not is_beside(boxes[index]))
    return structs.replace(text, words=words), letters


def _text_on(raw: Any, page: Any, size: Size) -> _Text:
    textpage = page.get_textpage()
    try:
        shown = matrix_of(raw, page, size)
        by_angle = _words_by_angle(raw, page, textpage.raw, shown)
        letters = [sum(len(word.text) for word in words) for words in by_angle]
        angle = max(range(4), key=letters.__getitem__)
        aside = sum(letters) - letters[angle]
        if not angle and not _is_backwards(by_angle[0]):
            return _Text(tuple(by_angle[0]), size, 0, aside)
        # A font of negative size turns the letters once more: the way in which they make whole words is the right one.
        levels = {turn: made_level(shown, size, turn) for turn in (angle, (angle + 2) % 4)}
        texts = [
            _Text(tuple(_words_by_angle(raw, page, textpage.raw, matrix)[angle]), level_size, turn, aside)
            for turn, (matrix, level_size) in levels.items()
        ]
        return min(texts, key=lambda text: len(text.words))
    finally:
        textpage.close()


def _is_backwards(words: list[Word]) -> bool:
    """Most words end left of where they begin, in a script that is written from the left."""
    long = [word for word in words if len(word.text) > 1 and not _LEFTWARDS.search(word.text)]
    return sum(word.x1 <= word.x0 for word in long) > len(long) / 2


def _words_by_angle(raw: Any, page: Any, textpage: Any, matrix: Matrix) -> tuple[list[Word], ...]:
    """By the quarter turns clockwise that their letters say; whole words only where the matrix makes them level."""
    by_angle: tuple[list[Word], ...] = ([], [], [], [])
    turned = raw.FPDFPage_GetRotation(page)
    for run in runs(_chars(raw, textpage, matrix), lambda index: raw.FPDFText_IsGenerated(textpage, index) == 1):
        angle = round(raw.FPDFText_GetCharAngle(textpage, run[0][-1]) / (math.pi / 2)) + turned
        by_angle[angle % 4].extend(_words(raw, textpage, run))
    return by_angle


def _is_short(words: Iterable[Word]) -> bool:
    """Little is printed, and it can be read: a total that went over to the next page, the number of a page."""
    text = "".join(word.text for word in words)
    return any(map(str.isalnum, text)) and not is_garbled(text)


def _chars(raw: Any, textpage: Any, matrix: Matrix) -> Iterator[Char | None]:
    """Every printed character with its box; nothing for a space, which has no width worth knowing."""
    a, b, c, d, e, f = matrix
    count = raw.FPDFText_CountChars(textpage)
    boxes = _boxes(raw, textpage, count)
    for (index, character), (known, left, top, right, bottom) in zip(
        enumerate(_text(raw, textpage, count)), boxes, strict=True
    ):
        if character <= " " or character in _SPACES or not known:
            yield None
            continue
        x0, y0 = a * left + c * top + e, b * left + d * top + f
        x1, y1 = a * right + c * bottom + e, b * right + d * bottom + f
        if x0 > x1:
            x0, x1 = x1, x0
        yield (character, x0, y0, x1, y1, index) if y0 <= y1 else (character, x0, y1, x1, y0, index)


def _boxes(raw: Any, textpage: Any, count: int) -> Iterator[tuple[int, float, float, float, float]]:
    """For each character 1 if it has a box, then left, top, right, bottom. All are asked in one go, being so many."""
    box_of = direct(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
    sides = (ctypes.c_float * (4 * max(0, count)))()
    first, size = ctypes.addressof(sides), ctypes.sizeof(raw.FS_RECTF)
    known = list(map(box_of, repeat(address_of(textpage)), range(count), range(first, first + count * size, size)))
    each = iter(sides[:])
    return zip(known, each, each, each, each, strict=True)


def _text(raw: Any, textpage: Any, count: int) -> str:
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if len(text) == count and "\x00" not in text:
        return text
    return "".join(_character(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _words(raw: Any, textpage: Any, run: list[Char]) -> Iterator[Word]:
    texts, lefts, tops, rights, bottoms, indices = zip(*run, strict=True)
    bold = raw.FPDFText_GetFontWeight(textpage, indices[0]) >= 600
    text, start = "".join(texts), 0
    for end in [*cuts(text), len(run)]:
        top, bottom = min(tops[start:end]), max(bottoms[start:end])
        yield Word(text[start:end], lefts[start], top, rights[end - 1], bottom, bold, start > 0)
        start = end
