"""A page in the form that every source delivers: words with boxes, and barcodes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

MAX_PAGES = 50  # bounds the time for a book that was sent by mistake; later pages are reported as not read
Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle."""


class UnreadContent(StrEnum):
    """Content of a page beside its words that was not read, by the importance that it may have."""

    NOTHING = ""
    LITTLE = "little"
    """A logo or a line."""
    PART = "part"
    """A large picture beside good text."""
    PICTURE = "picture"
    """A picture of the whole page: a scan or a photograph."""
    SHAPES = "shapes"
    """Letters that are drawn as shapes, or that have no Unicode characters."""


class Barcode(Struct, frozen=True):
    """A two-dimensional barcode. text: content decoded as text. box: shares of the page as shown, from its top left."""

    text: str
    content: bytes
    box: Box


class Word(Struct, frozen=True, gc=False):
    """A printed word. Its box is in points from the page's top left.

    glued: no space separates it from the word before it. confidence: the chance (0 to 1) that OCR recognised the text
    correctly; None for a word of a text layer.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    glued: bool = False
    confidence: float | None = None

    @property
    def size(self) -> float:
        """The height in points."""
        return self.bottom - self.top


class PageText(Struct, frozen=True):
    """The words and barcodes of one page.

    number: from 1. width, height: in points, of the page turned so that most of its text is level. needs_ocr: the page
    has no text layer, or one that cannot be trusted. turn: quarter turns clockwise from level text to the page as
    shown. unread: content beside the words. aside: number of letters that run in another direction than most. hidden:
    number of letters that are not visible. Neither are part of words. is_recognised: the text layer comes from OCR.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    needs_ocr: bool = False
    barcodes: tuple[Barcode, ...] = ()
    turn: int = 0
    unread: UnreadContent = UnreadContent.NOTHING
    aside: int = 0
    hidden: int = 0
    is_recognised: bool = False


def as_shown(box: Box, turn: int) -> Box:
    """Convert a box in shares of the level page to shares of the page as shown. turn: as in PageText."""
    x0, top, x1, bottom = box
    if turn == 1:
        return 1 - bottom, x0, 1 - top, x1
    if turn == 2:
        return 1 - x1, 1 - bottom, 1 - x0, 1 - top
    if turn == 3:
        return top, 1 - x1, bottom, 1 - x0
    return box
