"""The port of OCR engines. An engine has the methods of OcrEngine and needs no base class.

Nothing calls an engine yet; read_pdf in extraction/pdf.py will, for pages that need OCR.

tests/pages/sources/ocr runs the promises below on every engine. Nothing calls an engine yet. `read_pdf` in
extraction/pdf.py will, for the pages with `needs_ocr`, and so will a reader of pictures beside it.
"""

from typing import Protocol

from msgspec import Struct

from invoicy.pages.sources.page import Word


class PageImage(Struct, frozen=True):
    """A page rendered as a picture. png: the picture as PNG. width, height: size of the page in points."""

    png: bytes
    width: float
    height: float


class OcrEngine(Protocol):
    """Recognises the words in the picture of a page."""

    def words(self, image: PageImage) -> tuple[Word, ...]:
        """Return the words in reading order, each with its box in points and a confidence from 0 to 1.

        A blank page has no words. The same picture always gives the same words. Raises UnreadableDocumentError for
        bytes that are not a picture.
        """
        ...
