"""The places on the page where the value of a label is looked for, and the trust that each earns."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.labels import Label, Labels, fold, labels_of
from invoicy.pages.layout import Layout, Segment, layout_of
from invoicy.pages.tokens.amounts import Amount, amounts_in, decimal_mark
from invoicy.pages.tokens.dates import DateToken, dates_in
from invoicy.pages.words import PageText, Word

_BELOW_LINES = 2.6
_HEADER_LABELS = 2
_DATE_DIGITS = 3  # 1 May 20
_OF_NUMBERS = frozenset({"number", "purchase_order", "other_reference"})
_OF_VALUES = frozenset({"number", "net", "tax", "gross", "due", "iban", "vat_id"})


class Slot(Struct, frozen=True, gc=False):
    """A place where the value of a label may stand: text[start:end] of a segment, with the trust its place earns."""

    segment: Segment
    start: int
    end: int
    relation: str
    trust: float

    @property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that cover text[start:end] of the slot."""
        return self.segment.words_in(self.start + start, self.start + end)


class Sheet(Struct, frozen=True):
    """The contents of one page alone, whichever invoice it belongs to."""

    layout: Layout
    amounts: dict[tuple[int, int, int], tuple[Amount, ...]]
    dates: dict[tuple[int, int, int], tuple[DateToken, ...]]


class Scene(Struct, frozen=True):
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


def scene_of(pages: tuple[PageText, ...]) -> Scene:
    return scene_on(tuple(sheet_of(page) for page in pages))


def sheet_of(page: PageText) -> Sheet:
    layout = layout_of(page)
    digits = [(segment, sum(map(str.isdigit, segment.text))) for segment in layout.segments]
    dated = (segment for segment, count in digits if count >= _DATE_DIGITS)
    dates = {segment.key: tuple(found) for segment in dated if (found := dates_in(segment.text))}
    amounts = {segment.key: _amounts(segment, dates.get(segment.key, ())) for segment, count in digits if count}
    return Sheet(layout, amounts, dates)


def scene_on(sheets: tuple[Sheet, ...]) -> Scene:
    """The pages of an invoice together: its languages and its decimal mark are those of all of them."""
    layouts = tuple(sheet.layout for sheet in sheets)
    amounts = {key: found for sheet in sheets for key, found in sheet.amounts.items()}
    dates = {key: found for sheet in sheets for key, found in sheet.dates.items()}
    mark = decimal_mark(amount for found in amounts.values() for amount in found)
    return Scene(layouts, labels_of(layouts), amounts, dates, mark)


def _amounts(segment: Segment, dates: tuple[DateToken, ...]) -> tuple[Amount, ...]:
    certain = [token for token in dates if not token.compact]
    return tuple(
        amount
        for amount in amounts_in(segment.text)
        if not any(token.start < amount.end and amount.start < token.end for token in certain)
    )


def slots(scene: Scene, label: Label) -> Iterator[Slot]:
    """The places where the value of a label may stand, the likeliest first: after it, right of it, below it."""
    inline = inline_slot(scene, label)
    if inline:
        yield inline
    if not inline or not fold(inline.text):
        yield from right_slots(scene, label)
    yield from below_slots(scene, label)


def inline_slot(scene: Scene, label: Label) -> Slot | None:
    segment = label.segment
    if label.end >= len(segment.words):
        return None
    return _slot(scene, segment, label.end, "inline", 1.0)


def right_slots(scene: Scene, label: Label) -> Iterator[Slot]:
    """The segments to the right in its rows, up to the one that starts with a label of its own."""
    for line in (label.segment, label.upper):
        if line:
            yield from _right_of(scene, line)


def _right_of(scene: Scene, line: Segment) -> Iterator[Slot]:
    width = scene.layout(line.page).page.width
    last = line.words[-1]
    for other in scene.right_of(line):
        if any(found.start == 0 and _begins(found) for found in scene.labels.of(other)):
            return
        gap = max(0.0, other.x0 - last.x1) / width
        slot = _slot(scene, other, 0, "right", max(0.5, 0.97 - 0.5 * gap))
        yield slot
        if fold(slot.text):
            return


def below_slots(scene: Scene, label: Label) -> Iterator[Slot]:
    """The nearest segment under the label, where the label is the head of a column or of a block."""
    segment = label.segment
    if not label.last:
        return
    words = segment.words[label.start : label.end]
    heads = sum(1 for other in scene.row(segment) if scene.labels.of(other))
    trust = 0.9 if heads >= _HEADER_LABELS and not label.colon else 0.75
    for other in scene.below(segment, words[0].x0, words[-1].x1, _BELOW_LINES * segment.size):
        at = _start_under(other, words[0].x0, words[-1].x1)
        if any(found.start <= at < found.end and _begins(found) for found in scene.labels.of(other)):
            return
        yield _slot(scene, other, at, "below", trust)
        return


def _slot(scene: Scene, segment: Segment, first: int, relation: str, trust: float) -> Slot:
    """From a word on to the next label in the segment, or to its end."""
    start = segment.starts[first] if first < len(segment.starts) else len(segment.text)
    later = (label for label in scene.labels.of(segment) if label.start >= max(first, 1))
    ends = [segment.starts[label.start] for label in later if _ends_a_value(label)]
    return Slot(segment, start, min(ends, default=len(segment.text)), relation, trust)


def _ends_a_value(label: Label) -> bool:
    """Another label begins; de, le or von may be part of the value."""
    return label.colon or len(label.key) > 3 or bool(label.fields.keys() & _OF_VALUES)


def _begins(label: Label) -> bool:
    """It is a label, and no letter or two before the digits of a value: CN 250 311, E 2025 00771834."""
    if len(label.key) > 2 or label.colon or label.fields.keys() & _OF_NUMBERS:
        return True
    words = label.segment.words[label.start : label.end + 1]
    return not (label.end - label.start == 1 and words[0].text.isupper() and words[-1].text[:1].isdigit())


def _start_under(segment: Segment, x0: float, x1: float) -> int:
    """The first word of a segment that stands under a stretch, where words before it stand left of it."""
    if segment.x0 >= x0 - segment.size:
        return 0
    return next((i for i, word in enumerate(segment.words) if word.x1 > x0 and word.x0 < x1), 0)


def _share_height(one: Segment, other: Segment) -> bool:
    """At least half of the lower one stands beside the other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _overlap(segment: Segment, x0: float, x1: float) -> bool:
    return segment.x0 < x1 and segment.x1 > x0
