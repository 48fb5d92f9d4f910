"""The places on the page where the value of a label is looked for, and the trust that each earns."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Labels, labels_of
from invoicy.pages.layout.rows import Layout, Segment, layout_of
from invoicy.pages.parsers.amounts import Amount, amounts_in, decimal_mark
from invoicy.pages.parsers.dates import DateToken, dates_in
from invoicy.pages.sources.page import PageText

_DATE_DIGITS = 3  # 1 May 20


class AnnotatedPage(Struct, frozen=True):
    """The contents of one page alone, whichever invoice it belongs to."""

    layout: Layout
    amounts: dict[tuple[int, int, int], tuple[Amount, ...]]
    dates: dict[tuple[int, int, int], tuple[DateToken, ...]]


class AnnotatedPages(Struct, frozen=True):
    """The pages of one invoice with all that is found on them before anything is decided."""

    layouts: tuple[Layout, ...]
    labels: Labels
    amounts: dict[tuple[int, int, int], tuple[Amount, ...]]
    dates: dict[tuple[int, int, int], tuple[DateToken, ...]]
    mark: str

    @property
    def segments(self) -> Iterator[Segment]:
        for layout in self.layouts:
            for row in layout.rows:
                yield from row

    def layout(self, page: int) -> Layout:
        for layout in self.layouts:
            if layout.page.number == page:
                return layout
        raise LookupError(page)

    def row(self, segment: Segment) -> tuple[Segment, ...]:
        return self.layout(segment.page).rows[segment.row]

    def right_of(self, segment: Segment) -> tuple[Segment, ...]:
        """The segments right of a segment in its row; where there are none, those set larger or lower beside it."""
        return self.row(segment)[segment.column + 1 :] or self._level_with(segment)

    def left_of(self, segment: Segment) -> Segment | None:
        """The nearest segment left of a segment in its row, else in the row above or below where that is level with it.

        A column elsewhere on the page that is set in other steps may part a label from its value.
        """
        if segment.column:
            return self.row(segment)[segment.column - 1]
        rows = self.layout(segment.page).rows[max(0, segment.row - 1) : segment.row + 2]
        level = (other for row in rows for other in row if other.x1 <= segment.x0 and _share_height(other, segment))
        return max(level, key=lambda other: other.x1, default=None)

    def _level_with(self, segment: Segment) -> tuple[Segment, ...]:
        rows = self.layout(segment.page).rows
        for near in (segment.row - 1, segment.row + 1):
            row = rows[near] if 0 <= near < len(rows) else ()
            if row and row[0].x0 > segment.x1 and _share_height(row[0], segment) and not self.labels.of(row[0]):
                return row
        return ()

    def amounts_of(self, segment: Segment) -> tuple[Amount, ...]:
        return self.amounts.get(segment.key, ())

    def dates_of(self, segment: Segment) -> tuple[DateToken, ...]:
        return self.dates.get(segment.key, ())

    def rows_below(self, segment: Segment) -> Iterator[tuple[Segment, ...]]:
        yield from self.layout(segment.page).rows[segment.row + 1 :]

    def below(self, segment: Segment, x0: float, x1: float, reach: float) -> Iterator[Segment]:
        """Segments under a stretch of the page, the nearest first, down to a reach in points."""
        for row in self.rows_below(segment):
            if row[0].top - segment.bottom > reach:
                return
            yield from (other for other in row if _overlap(other, x0, x1) and other.top > segment.top)


def annotated_pages_of(pages: tuple[PageText, ...]) -> AnnotatedPages:
    return annotated_pages_on(tuple(annotated_page_of(page) for page in pages))


def annotated_page_of(page: PageText) -> AnnotatedPage:
    layout = layout_of(page)
    digits = [(segment, sum(map(str.isdigit, segment.text))) for segment in layout.segments]
    dated = (segment for segment, count in digits if count >= _DATE_DIGITS)
    dates = {segment.key: tuple(found) for segment in dated if (found := dates_in(segment.text))}
    amounts = {segment.key: _amounts(segment, dates.get(segment.key, ())) for segment, count in digits if count}
    return AnnotatedPage(layout, amounts, dates)


def annotated_pages_on(annotated_pages: tuple[AnnotatedPage, ...]) -> AnnotatedPages:
    """The pages of an invoice together: its languages and its decimal mark are those of all of them."""
    layouts = tuple(annotated_page.layout for annotated_page in annotated_pages)
    amounts = {key: found for annotated_page in annotated_pages for key, found in annotated_page.amounts.items()}
    dates = {key: found for annotated_page in annotated_pages for key, found in annotated_page.dates.items()}
    mark = decimal_mark(amount for found in amounts.values() for amount in found)
    return AnnotatedPages(layouts, labels_of(layouts), amounts, dates, mark)


def _amounts(segment: Segment, dates: tuple[DateToken, ...]) -> tuple[Amount, ...]:
    certain = [token for token in dates if not token.compact]
    return tuple(
        amount
        for amount in amounts_in(segment.text)
        if not any(token.start < amount.end and amount.start < token.end for token in certain)
    )


def _share_height(one: Segment, other: Segment) -> bool:
    """At least half of the lower one stands beside the other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _overlap(segment: Segment, x0: float, x1: float) -> bool:
    return segment.x0 < x1 and segment.x1 > x0
