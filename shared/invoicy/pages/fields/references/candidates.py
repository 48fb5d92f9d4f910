"""Everything on the pages that may be a number or a reference, with the labels that claim it and where it stands."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.label_evidence import CLAIMS, TITLES, claims_of, is_prose, series_of, slots_of
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lines.table import Row, item_rows
from invoicy.pages.parsers.references import Form, forms_at, looks_of
from invoicy.pages.scoring.chances import Features
from invoicy.pages.sources.page import Word

_CERTAIN = ("number label", "title", "purchase_order label")
_NAMING = frozenset(
    {"number", "purchase_order", "other_reference", "other_id", "vat_id", "account", "title_other", *TITLES}
)
_NEAR = 3
_ONLY_THERE = frozenset({"low", "foot", "later page", "among items", "in a sentence"})  # of the best of its places
_HIGH = 0.45
_LOW = 0.6
_FOOT = 0.85
_SHORTEST_REPEATED = 4
_UNDER_TITLE = 3.5
_TITLE_HEIGHT = 0.6
_LARGE = 1.3


class ReferenceCandidate(Struct):
    """A value, where it was found first, and the evidence there is of it, each kind at its strongest."""

    value: str
    segment: Segment
    words: tuple[Word, ...]
    evidence: Features
    method: str = "place"

    def note(self, kind: str, value: float) -> None:
        self.evidence[kind] = max(self.evidence.get(kind, 0.0), value)


class ReferenceCandidates:
    """All of a document's, by what is compared: no spaces, no case."""

    def __init__(self, pages: AnnotatedPages) -> None:
        self.pages = pages
        self.items = item_rows(pages)
        self.by_value: dict[str, ReferenceCandidate] = {}
        self.rows: set[Row] = set()
        sizes = Counter(round(segment.size) for segment in pages.segments)
        self.usual = sizes.most_common(1)[0][0] if sizes else 0

    def add(self, segment: Segment, form: Form, words: tuple[Word, ...]) -> ReferenceCandidate:
        """The reference at a place, with what place and print say of it."""
        key = "".join(form.value.split()).casefold()
        self.rows.add(_row(segment))
        found = self.by_value.get(key)
        is_new = found is None
        if found is None:
            found = self.by_value[key] = ReferenceCandidate(form.value, segment, words, looks_of(form))
        for kind, is_so in self._place(segment, words):
            if is_so and (is_new or kind not in _ONLY_THERE):
                found.note(kind, 1.0)
            elif not is_so and kind in _ONLY_THERE:
                found.evidence.pop(kind, None)
        return found

    def is_near(self, segment: Segment) -> bool:
        """Something that looks like a reference stands in its row or right under it: other labels may claim that."""
        return any((segment.page, row) in self.rows for row in range(segment.row, segment.row + _NEAR))

    def _place(self, segment: Segment, words: tuple[Word, ...]) -> Iterator[tuple[str, bool]]:
        layout = self.pages.layout(segment.page)
        share = segment.top / layout.page.height
        first = layout is self.pages.layouts[0]
        yield "high", first and share < _HIGH
        yield "low", first and share > _LOW
        yield "foot", share > _FOOT
        yield "later page", not first
        yield "among items", _row(segment) in self.items
        yield "alone", len(words) == len(segment.words)
        yield "large", bool(words) and max(word.size for word in words) > _LARGE * self.usual
        yield "bold", bool(words) and all(word.bold for word in words)
        yield "in a sentence", is_prose(self.pages, segment)


def _row(segment: Segment) -> Row:
    return segment.page, segment.row


def references_of(pages: AnnotatedPages) -> ReferenceCandidates:
    """Values of labels, what stands beside or under the title, and what stands high by itself."""
    found = ReferenceCandidates(pages)
    labels = tuple(label for label in pages.labels.all() if label.fields.keys() & (CLAIMS | {"series"}))
    for label in labels:
        if label.fields.keys() & _NAMING:
            _read_label(found, label)
        if "series" in label.fields:
            _read_series(found, label)
    _read_titles(found)
    _read_unlabelled(found)
    for label in labels:
        if not label.fields.keys() & _NAMING and found.is_near(label.segment):
            _read_label(found, label)
    _read_repetition(found)
    return found


def _read_label(found: ReferenceCandidates, label: Label) -> None:
    """The value of a label, with every meaning the label may have."""
    claims = _strongest(claims_of(found.pages, label))
    is_certain = any(kind.startswith(_CERTAIN) for kind in claims)
    for rank, slot in enumerate(slots_of(found.pages, label)):
        forms = forms_at(slot.text)
        for form in forms:
            reference = found.add(slot.segment, form, slot.words(form.start, form.end))
            if reference.method == "place" and is_certain:
                reference.method = f"label {slot.relation}"
            for kind, weight in claims.items():
                reference.note(kind, weight * slot.trust * 0.9**rank)
        if forms:
            return


def _strongest(claims: Iterator[tuple[str, float]]) -> Features:
    strongest: Features = {}
    for kind, weight in claims:
        strongest[kind] = max(strongest.get(kind, 0.0), weight)
    return strongest


def _read_series(found: ReferenceCandidates, label: Label) -> None:
    """The number with the letters of its series before it."""
    series = series_of(found.pages, label)
    for slot in slots_of(found.pages, series.number) if series else ():
        for form in forms_at(slot.text) if series else ():
            value = f"{series.letters} {form.value}" if series else form.value
            whole = Form(value, form.start, form.end, form.words + 1, form.goes_on)
            found.add(slot.segment, whole, slot.words(form.start, form.end)).note("with its series", 1.0)
            return


def _read_titles(found: ReferenceCandidates) -> None:
    """Reads the references beside or under the largest word for invoice."""
    pages, first = found.pages, found.pages.layouts[0]
    titles = [label for label in pages.labels.all() if _is_heading(label) and label.segment.page == first.page.number]
    titles = [label for label in titles if label.segment.top < _TITLE_HEIGHT * first.page.height]
    for label in sorted(titles, key=lambda one: -one.segment.size)[:2]:
        segment = label.segment
        for other in pages.row(segment)[segment.column + 1 :]:
            _note_at(found, other, "beside title")
        for other in pages.below(segment, segment.x0, segment.x1, _UNDER_TITLE * segment.size):
            if _note_at(found, other, "under title"):
                break


def _is_heading(label: Label) -> bool:
    return label.last and max(label.fields.get(title, 0.0) for title in TITLES) > 0.5 and label.start <= 1


def _note_at(found: ReferenceCandidates, segment: Segment, kind: str) -> bool:
    forms = forms_at(segment.text)
    for form in forms:
        found.add(segment, form, segment.words_in(form.start, form.end)).note(kind, 1.0)
    return bool(forms)


def _read_unlabelled(found: ReferenceCandidates) -> None:
    """Segments that are nothing but a value, in the upper part of the first page."""
    layout = found.pages.layouts[0]
    for segment in layout.segments:
        if segment.top > _HIGH * layout.page.height or _row(segment) in found.items:
            return
        if len(segment.words) > 4 or any(label.start == 0 for label in found.pages.labels.of(segment)):
            continue
        for form in forms_at(segment.text):
            if len(segment.text.rstrip()) - form.end <= 2:
                found.add(segment, form, segment.words_in(form.start, form.end)).note("by itself", 1.0)


def _read_repetition(found: ReferenceCandidates) -> None:
    """The number of an invoice is printed again on the slip, in the foot, on the next page."""
    texts = Counter("".join(segment.text.split()).casefold() for segment in found.pages.segments)
    for key, reference in found.by_value.items():
        if len(key) >= _SHORTEST_REPEATED:
            times = sum(count for text, count in texts.items() if key in text) - 1
            if times > 0:
                reference.note("repeated", min(times, 3) / 3)
        inside = any(key != other and key in other for other in found.by_value)
        if inside:
            reference.note("part of another", 1.0)
