"""Finds the places on pages where a text, a date or an amount is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from invoicy.model.types import Identifier
from invoicy.pages.layout.rows import Segment, box_of, layout_of
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.amounts import amounts_in, decimal_mark
from invoicy.pages.parsers.dates import dates_in
from invoicy.pages.sources.page import Box, PageText, Word, as_shown
from invoicy.readings.reading import Evidence

METHOD = "found on the page"
Row = tuple[int, int]


class PrintedText(Struct, frozen=True):
    """A text on a page. row: numbers of the page and of the row on it. box: in shares of the page."""

    row: Row
    box: Box
    text: str

    @property
    def evidence(self) -> Evidence:
        """The place as evidence of a value."""
        return Evidence(self.row[0], self.box, self.text, METHOD, 1.0)


class PrintedValues:
    """The words of pages, for a search by value. Pages whose text layer is not reliable are left out."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self._pages = [page for page in pages if not page.needs_ocr]
        self._segments = [(page, segment) for page in self._pages for segment in layout_of(page).segments]
        self._rows = {(page.number, word): segment.row for page, segment in self._segments for word in segment.words}
        self._amounts = list(self._all_amounts())
        self._dates = [
            (values, _at(page, segment, token.start, token.end))
            for page, segment in self._segments
            for token in dates_in(segment.text)
            for values in [{token.day_first, token.month_first}]
        ]

    def where(self, value: object, *, is_percentage: bool = False) -> list[PrintedText]:
        """Return every text that shows the value, from the first page on. The sign of numbers is ignored.

        is_percentage: True also finds numbers before a percent sign; False does not.
        """
        if isinstance(value, Decimal):
            same = [amount for amount in self._amounts if abs(amount[0]) == abs(value)]
            return [printed for _, percent, printed in same if is_percentage or not percent]
        if isinstance(value, date):
            return [printed for values, printed in self._dates if value in values]
        return [printed for page in self._pages for printed in self._texts(page, fold(_plain(value)))]

    def _all_amounts(self) -> Iterator[tuple[Decimal, bool, PrintedText]]:
        numbers = [(page, segment, amount) for page, segment in self._segments for amount in amounts_in(segment.text)]
        mark = decimal_mark(amount for _, _, amount in numbers)
        for page, segment, amount in numbers:
            yield amount.value(mark), amount.percent, _at(page, segment, amount.start, amount.end)

    def _texts(self, page: PageText, text: str) -> Iterator[PrintedText]:
        """Find a text as whole words in the order of the page's text, in which wrapped text is contiguous."""
        words = [(word, fold(word.text)) for word in page.words]
        words = [(word, letters) for word, letters in words if letters]
        whole = "".join(letters for _, letters in words)
        starts: dict[int, int] = {}
        at = 0
        for index, (_, letters) in enumerate(words):
            starts[at] = index
            at += len(letters)
        starts[at] = len(words)
        begin = whole.find(text) if text else -1
        while begin >= 0:
            if begin in starts and begin + len(text) in starts:
                yield self._printed(page, [word for word, _ in words[starts[begin] : starts[begin + len(text)]]])
            begin = whole.find(text, begin + 1)

    def _printed(self, page: PageText, words: Sequence[Word]) -> PrintedText:
        row = min(self._rows.get((page.number, word), 0) for word in words)
        return PrintedText((page.number, row), _shares(page, words), " ".join(word.text for word in words))


def _plain(value: object) -> str:
    """Return the value as text, without the scheme of an identifier, which is not printed."""
    return str((value.value or "") if isinstance(value, Identifier) else value)


def _at(page: PageText, segment: Segment, start: int, end: int) -> PrintedText:
    row = (page.number, segment.row)
    return PrintedText(row, _shares(page, segment.words_in(start, end)), segment.text[start:end].strip())


def _shares(page: PageText, words: Sequence[Word]) -> Box:
    return shares_of(box_of(words), page)


def shares_of(box: Box, page: PageText) -> Box:
    """Convert a box in points of the page's text into shares of the page as shown."""
    x0, top, x1, bottom = box
    return as_shown((x0 / page.width, top / page.height, x1 / page.width, bottom / page.height), page.turn)
