"""The pages of a PDF: the words of its text layer with boxes, barcodes, and what they show besides text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec import structs

from invoicy.documents.pdfium import open_pdf
from invoicy.pages.sources.page import MAX_PAGES, PageText, UnreadContent, Word
from invoicy.pages.sources.pdf.annotations import load_page
from invoicy.pages.sources.pdf.barcodes import barcodes_on
from invoicy.pages.sources.pdf.hidden_text.words import hidden_on, is_off_page
from invoicy.pages.sources.pdf.level_text import LevelText, level_text_of
from invoicy.pages.sources.pdf.ocr_layer import is_ocr_layer
from invoicy.pages.sources.pdf.pictures import pictures_on
from invoicy.pages.sources.pdf.unread_content import unread_on
from invoicy.pages.sources.words import is_garbled, is_untrustworthy

if TYPE_CHECKING:
    import pypdfium2


def pages_of_pdf(content: bytes) -> tuple[PageText, ...]:
    """Read the first MAX_PAGES pages. Raises UnreadableDocumentError for a PDF that is encrypted or broken."""
    with open_pdf(content) as pdf:
        return pages_in(pdf)


def pages_in(pdf: pypdfium2.PdfDocument) -> tuple[PageText, ...]:
    """Read the first MAX_PAGES pages of an open PDF."""
    return tuple(_page(pdf, index) for index in range(min(len(pdf), MAX_PAGES)))


def _page(pdf: pypdfium2.PdfDocument, index: int) -> PageText:
    from pypdfium2 import raw

    page = load_page(pdf, index)
    try:
        text, hidden = _without_hidden(page, level_text_of(raw, page, page.get_size()))
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


def _without_hidden(page: Any, text: LevelText) -> tuple[LevelText, int]:
    """Return the text without words that the page does not show, and the number of their letters.

    Words beside the page are left out, but not counted.
    """
    boxes = [text.box_of(word) for word in text.words]
    hidden = hidden_on(page, list(zip([word.text for word in text.words], boxes, strict=True)))
    if not hidden:
        return text, 0
    words = tuple(word for index, word in enumerate(text.words) if index not in hidden)
    letters = sum(len(text.words[index].text) for index in hidden if not is_off_page(boxes[index]))
    return structs.replace(text, words=words), letters


def _is_short(words: Iterable[Word]) -> bool:
    """Test for a few readable words, such as a page number, or a total carried over from the page before."""
    text = "".join(word.text for word in words)
    return any(map(str.isalnum, text)) and not is_garbled(text)
