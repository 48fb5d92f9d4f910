"""Pages with their labels, amounts and dates, and the segments beside and below a segment."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field

from invoicy.pages.annotated.labels import Labels, labels_of
from invoicy.pages.annotated.page_matches import PageMatches
from invoicy.pages.layout.rows import Layout, Segment, SegmentKey, layout_of
from invoicy.pages.parsers.amounts import Amount, amounts_in, decimal_mark
from invoicy.pages.parsers.dates import DateToken, dates_in
from invoicy.pages.sources.page import PageText

_MIN_DATE_DIGITS = 3  # as in 1 May 20
# Share of the lower segment's height: lines that follow each other share less.
_MIN_SHARED_HEIGHT = 0.5

Value = TypeVar("Value")
Amounts = dict[SegmentKey, tuple[Amount, ...]]
Dates = dict[SegmentKey, tuple[DateToken, ...]]


class AnnotatedPage(Struct, frozen=True, dict=True):
    """One page with its phrases, amounts and dates. The languages of all pages decide which labels the phrases are."""

    layout: Layout
    matches: PageMatches
    amounts: Amounts
    dates: Dates

    @cached_property
    def alone(self) -> "AnnotatedPages":
        """The page as the only one of an invoice."""
        return _joined((self,))


class AnnotatedPages(Struct, frozen=True):
    """The pages of one invoice with their labels, amounts and dates.

    results: the values that `once` has computed.
    """

    layouts: tuple[Layout, ...]
    labels: Labels
    amounts: Amounts
    dates: Dates
    decimal_mark: str
    results: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def once(self, compute: "Callable[[AnnotatedPages], Value]") -> "Value":
        """Return the result of a function for these pages. It is called once, however many fields use its result."""
        if compute not in self.results:
            self.results[compute] = compute(self)
        result: Value = self.results[compute]
        return result

    @property
    def segments(self) -> Iterator[Segment]:
        for layout in self.layouts:
            for row in layout.rows:
                yield from row

    def layout(self, page: int) -> Layout:
        """Return the layout of a page number. Raises LookupError."""
        for layout in self.layouts:
            if layout.page.number == page:
                return layout
        raise LookupError(page)

    def row(self, segment: Segment) -> tuple[Segment, ...]:
        """Return the row of a segment, the segment included."""
        return self.layout(segment.page).rows[segment.row]

    def right_of(self, segment: Segment) -> tuple[Segment, ...]:
        """Return the segments right of a segment in its row, or else in a row at about the same height."""
        return self.row(segment)[segment.column + 1 :] or self._level_with(segment)

    def left_of(self, segment: Segment) -> Segment | None:
        """Return the nearest segment left of a segment in its row, or else in a row at about the same height.

        A label and its value may be in different rows if another column of the page has other line spacing.
        """
        if segment.column:
            return self.row(segment)[segment.column - 1]
        rows = self.layout(segment.page).rows[max(0, segment.row - 1) : segment.row + 2]
        left = (other for row in rows for other in row if other.x1 <= segment.x0 and _are_level(other, segment))
        return max(left, key=lambda other: other.x1, default=None)

    def _level_with(self, segment: Segment) -> tuple[Segment, ...]:
        rows = self.layout(segment.page).rows
        for near in (segment.row - 1, segment.row + 1):
            row = rows[near] if 0 <= near < len(rows) else ()
            if row and row[0].x0 > segment.x1 and _are_level(row[0], segment) and not self.labels.of(row[0]):
                return row
        return ()

    def amounts_of(self, segment: Segment) -> tuple[Amount, ...]:
        return self.amounts.get(segment.key, ())

    def dates_of(self, segment: Segment) -> tuple[DateToken, ...]:
        return self.dates.get(segment.key, ())

    def rows_below(self, segment: Segment) -> Iterator[tuple[Segment, ...]]:
        """Yield the rows below a segment on its page, from top to bottom."""
        yield from self.layout(segment.page).rows[segment.row + 1 :]

    def below(self, segment: Segment, x0: float, x1: float, reach: float) -> Iterator[Segment]:
        """Yield the segments below a segment that overlap x0 to x1, the nearest row first. reach: in points."""
        for row in self.rows_below(segment):
            if row[0].top - segment.bottom > reach:
                return
            yield from (other for other in row if _overlaps(other, x0, x1) and other.top > segment.top)


def annotate_pages(pages: tuple[PageText, ...]) -> AnnotatedPages:
    """Annotate the pages of one invoice."""
    return combine_pages(tuple(annotate_page(page) for page in pages))


def annotate_page(page: PageText) -> AnnotatedPage:
    """Lay out a page and parse its amounts and dates."""
    layout = layout_of(page)
    digits = [(segment, sum(map(str.isdigit, segment.text))) for segment in layout.segments]
    may_be_dates = (segment for segment, count in digits if count >= _MIN_DATE_DIGITS)
    dates = {segment.key: tuple(tokens) for segment in may_be_dates if (tokens := dates_in(segment.text))}
    amounts = {segment.key: _amounts(segment, dates.get(segment.key, ())) for segment, count in digits if count}
    return AnnotatedPage(layout, PageMatches(layout), amounts, dates)


def combine_pages(annotated_pages: tuple[AnnotatedPage, ...]) -> AnnotatedPages:
    """Join the pages of an invoice. All of them together decide its languages and its decimal mark."""
    return annotated_pages[0].alone if len(annotated_pages) == 1 else _joined(annotated_pages)


def _joined(annotated_pages: tuple[AnnotatedPage, ...]) -> AnnotatedPages:
    layouts = tuple(page.layout for page in annotated_pages)
    labels = labels_of([page.matches for page in annotated_pages])
    amounts = {key: tokens for page in annotated_pages for key, tokens in page.amounts.items()}
    mark = decimal_mark(amount for tokens in amounts.values() for amount in tokens)
    dates = {
        key: tuple(token.in_languages(labels.languages) for token in tokens)
        for page in annotated_pages
        for key, tokens in page.dates.items()
    }
    return AnnotatedPages(layouts, labels, amounts, dates, mark)


def _amounts(segment: Segment, dates: tuple[DateToken, ...]) -> tuple[Amount, ...]:
    """Return the amounts that are not part of a date; 20240501 may be either."""
    certain = [token for token in dates if not token.compact]
    return tuple(
        amount
        for amount in amounts_in(segment.text)
        if not any(token.start < amount.end and amount.start < token.end for token in certain)
    )


def _are_level(segment: Segment, other: Segment) -> bool:
    """Test whether half of the lower segment, or more, is at the height of the other."""
    shared = min(segment.bottom, other.bottom) - max(segment.top, other.top)
    return shared > _MIN_SHARED_HEIGHT * min(segment.bottom - segment.top, other.bottom - other.top)


def _overlaps(segment: Segment, x0: float, x1: float) -> bool:
    return segment.x0 < x1 and segment.x1 > x0
