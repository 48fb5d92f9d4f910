"""A barcode with its statement as evidence, beside the pages that it is printed on."""

from datetime import date
from itertools import accumulate
from typing import Any

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Barcode
from invoicy.readings.reading import Evidence

METHOD = "qr"
_MIN_JOINED_LETTERS = 8  # a shorter value may come together from neighbouring words by chance
_MAX_TEXT = 300  # characters of a barcode's content in the evidence


class BarcodeEvidence(Struct, frozen=True):
    """A barcode on a page of an invoice. page: number of its page."""

    pages: AnnotatedPages
    page: int
    barcode: Barcode
    statement: Statement

    def evidence(self, confidence: float) -> Evidence:
        """Return the barcode as evidence for one of its values."""
        text = self.barcode.text if len(self.barcode.text) <= _MAX_TEXT else f"{self.barcode.text[:_MAX_TEXT]}…"
        return Evidence(self.page, self.barcode.box, text, METHOD, confidence)

    def is_printed(self, value: Any) -> bool:
        """Test whether the pages print a date or a text anywhere. Returns False for amounts: pages print too many."""
        if isinstance(value, date):
            tokens = (token for tokens in self.pages.dates.values() for token in tokens)
            return any(value in (token.day_first, token.month_first) for token in tokens)
        if not isinstance(value, str):
            return False
        words = [fold(word.text) for segment in self.pages.segments for word in segment.words]
        return _contains(words, fold(value))


def _contains(words: list[str], value: str) -> bool:
    """Test for a value that is one word or several whole words in a row, and no part of a word such as a link."""
    if value in words or len(value) < _MIN_JOINED_LETTERS:
        return value in words
    edges, text = {0, *accumulate(map(len, words))}, "".join(words)
    start = text.find(value)
    while start >= 0:
        if start in edges and start + len(value) in edges:
            return True
        start = text.find(value, start + 1)
    return False
