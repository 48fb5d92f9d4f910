"""A page as every source gives it: words with boxes, and the barcodes on it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

MAX_PAGES = 50
Box = tuple[float, float, float, float]


class UnreadContent(StrEnum):
    """The kind of what a page shows beside its words. LITTLE: a logo or a line; PART: a picture beside good text."""

    NOTHING = ""
    LITTLE = "little"
    PART = "part"
    PICTURE = "picture"
    SHAPES = "shapes"


class Barcode(Struct, frozen=True):
    """A code as read. content: its bytes; text: them as text; box: shares of the page as shown, origin top left."""

    text: str
    content: bytes
    box: Box


class Word(Struct, frozen=True, gc=False):
    """A word as printed. Points from the page's top left; glued: no space stands before it in its line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    bold: bool = False
    glued: bool = False

    @property
    def size(self) -> float:
        return self.bottom - self.top


class PageText(Struct, frozen=True):
    """The words of one page, number from 1; needs_ocr: there is no text layer, or it cannot be trusted.

    codes: the two-dimensional codes on it that could be read. turn: quarter turns clockwise in which its text runs on
    the page as shown; width, height and words are those of the page turned back. unread: what it shows beside words.
    aside: how many letters run in another direction; hidden: how many are not seen. words has none of them.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    needs_ocr: bool = False
    codes: tuple[Barcode, ...] = ()
    turn: int = 0
    unread: UnreadContent = UnreadContent.NOTHING
    aside: int = 0
    hidden: int = 0
    is_recognised: bool = False


def as_shown(box: Box, turn: int) -> Box:
    """A box on the level page, in shares of it, as one on the page as shown."""
    x0, top, x1, bottom = box
    if turn == 1:
        return 1 - bottom, x0, 1 - top, x1
    if turn == 2:
        return 1 - x1, 1 - bottom, 1 - x0, 1 - top
    if turn == 3:
        return top, 1 - x1, bottom, 1 - x0
    return box
