"""The printed characters of a PDF page with their boxes, read from PDFium in bulk: a page has thousands of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from invoicy.pages.sources.pdf.coordinates import Matrix
from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, native
from invoicy.pages.sources.pdf.runs import Char

_SPACES = frozenset("\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000")
_UNICODE_END = 0x110000  # behind the last character of Unicode
_SURROGATES = range(0xD800, 0xE000)  # halves of UTF-16 pairs, which are not characters


def characters_of(raw: Any, textpage: Any, matrix: Matrix) -> Iterator[Char | None]:
    """Yield every printed character with its box; None for a space.

    raw: pypdfium2.raw. textpage: an FPDF_TEXTPAGE. matrix: from user space to the space of the boxes.
    """
    a, b, c, d, e, f = matrix
    count = raw.FPDFText_CountChars(textpage)
    boxes = _boxes(raw, textpage, count)
    for (index, character), (has_box, left, top, right, bottom) in zip(
        enumerate(_text(raw, textpage, count)), boxes, strict=True
    ):
        if character <= " " or character in _SPACES or not has_box:
            yield None
            continue
        x0, y0 = a * left + c * top + e, b * left + d * top + f
        x1, y1 = a * right + c * bottom + e, b * right + d * bottom + f
        if x0 > x1:
            x0, x1 = x1, x0
        yield (character, x0, y0, x1, y1, index) if y0 <= y1 else (character, x0, y1, x1, y0, index)


def _boxes(raw: Any, textpage: Any, count: int) -> Iterator[tuple[int, float, float, float, float]]:
    """Yield for each character 1 if it has a box, then left, top, right, bottom in user space."""
    box_of = native(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
    sides = (ctypes.c_float * (4 * max(0, count)))()
    first, size = ctypes.addressof(sides), ctypes.sizeof(raw.FS_RECTF)
    has_box = list(map(box_of, repeat(address_of(textpage)), range(count), range(first, first + count * size, size)))
    values = iter(sides[:])
    return zip(has_box, values, values, values, values, strict=True)


def _text(raw: Any, textpage: Any, count: int) -> str:
    """Return the characters in one string, each by itself if some have no code or a code above U+FFFF."""
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if len(text) == count and "\x00" not in text:
        return text
    return "".join(_character(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < _UNICODE_END and code not in _SURROGATES else " "
