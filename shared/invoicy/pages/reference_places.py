"""Everything on the pages that may be a number or a reference, with the labels that claim it and where it stands."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.candidates import Scene, slots
from invoicy.pages.evidence import Features
from invoicy.pages.item_rows import Row, item_rows
from invoicy.pages.labels import Label
from invoicy.pages.layout import Segment
from invoicy.pages.reference_forms import Form, forms_at, looks_of
from invoicy.pages.words import Word

_TITLES = ("title", "title_credit")
_CLAIMS = frozenset(
    {"number", "purchase_order", "other_reference", "other_id", "vat_id", "buyer_vat_id", "account", "iban", "contact"}
    | {"issue_date", "due_date", "other_date", "address", "page", "column", "title_other", *_TITLES}
)
_STRONG = 0.9
_HIGH = 0.45
_FOOT = 0.85
_PROSE = 5
_SHORTEST_REPEATED = 4
_UNDER_TITLE = 3.5
_TITLE_HEIGHT = 0.6
_LARGE = 1.3


class Reference(Struct):
    """A value, where it was found first, and the evidence there is of it, each kind at its strongest."""

    value: str
    segment: Segment
    words: tuple[Word, ...]
    evidence: Features
    method: str = "place"

    def note(self, kind: str, value: float) -> None:
        self.evidence[kind] = max(self.evidence.get(kind, 0.0), value)


class References:
    """All of a document's, by what is compared: no spaces, no case."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.items = item_rows(scene)
        self.by_value: dict[str, Reference] = {}
        self.usual = Counter(round(word.size) for segment in scene.segments for word in segment.words)

    def add(self, segment: Segment, form: Form, words: tuple[Word, ...]) -> Reference:
        """The reference at a place, with what place and print say of it."""
        key = "".join(form.value.split()).casefold()
        found = self.by_value.get(key)
        if found is None:
            found = self.by_value[key] = Reference(form.value, segment, words, looks_of(form))
        for kind, is_so in self._place(segment, words):
            if is_so:
                found.note(kind, 1.0)
        return found

    def _place(self, segment: Segment, words: tuple[Word, ...]) -> Iterator[tuple[str, bool]]:
        layout = self.scene.layout(segment.page)
        share = segment.top / layout.page.height
        first = layout is self.scene.layouts[0]
        usual = self.usual.most_common(1)[0][0] if self.usual else 0
        yield "high", first and share < _HIGH
        yield "foot", share > _FOOT
        yield "later page", not first
        yield "among items", _row(segment) in self.items
        yield "alone", len(words) == len(segment.words)
        yield "large", bool(words) and max(word.size for word in words) > _LARGE * usual
        yield "bold", bool(words) and all(word.bold for word in words)
        yield "in a sentence", is_prose(self.scene, segment)


def _row(segment: Segment) -> Row:
    return segment.page, segment.row


def references_of(scene: Scene) -> References:
    """Values of labels, what stands beside or under the title, and what stands high by itself."""
    found = References(scene)
    for label in scene.labels.all():
        if label.fields.keys() & _CLAIMS:
            _read_label(found, label)
    _read_titles(found)
    _read_unlabelled(found)
    _read_repetition(found)
    return found


def _read_label(found: References, label: Label) -> None:
    """The value of a label, with every meaning the label may have."""
    claims = dict(_claims(found.scene, label))
    for rank, slot in enumerate(slots(found.scene, label)):
        forms = forms_at(slot.text)
        for form in forms:
            reference = found.add(slot.segment, form, slot.words(form.start, form.end))
            if reference.method == "place":
                reference.method = f"label {slot.relation}"
            for kind, weight in claims.items():
                reference.note(kind, weight * slot.trust * 0.9**rank)
        if forms:
            return


def _claims(scene: Scene, label: Label) -> Iterator[tuple[str, float]]:
    """What a label says, by how it stands in its line: a word of many meanings or amid a sentence says less."""
    manner = _manner(scene, label)
    for field in label.fields.keys() & _CLAIMS:
        weight = label.fields[field]
        yield f"{field} label{manner}" if weight >= _STRONG else f"weak {field} label{manner}", weight
    if "number" in label.fields:
        if _follows_title(scene, label):
            yield "number label after title", 1.0
        elif label.first and _is_under_title(scene, label):
            yield "number label under title", 1.0


def _manner(scene: Scene, label: Label) -> str:
    if not label.first and is_prose(scene, label.segment):
        return " in a sentence"
    if len(label.key) <= 2 and not (label.first and (label.colon or len(label.segment.words) <= 3)):
        return " of a letter or two"
    if not label.first and not label.colon:
        return " amid a line"
    return ""


def is_prose(scene: Scene, segment: Segment) -> bool:
    """Words that are no labels, more than the values of some labels in a row have."""
    known = {index for one in scene.labels.of(segment) for index in range(one.start, one.end)}
    others = (word.text for index, word in enumerate(segment.words) if index not in known)
    return sum(1 for text in others if text.isalpha() and len(text) > 1) > _PROSE


def _is_title(label: Label) -> bool:
    return any(label.fields.get(title) for title in _TITLES)


def _follows_title(scene: Scene, label: Label) -> bool:
    """Rechnung Nr., or with a word or two between: Fatura de venda n.º."""
    before = [other for other in scene.labels.of(label.segment) if other.end <= label.start]
    titles = [other for other in before if _is_title(other)]
    return bool(titles and (titles[-1] is before[-1] or (titles[-1].first and label.start - titles[-1].end <= 2)))


def _is_under_title(scene: Scene, label: Label) -> bool:
    """The title stands in the lines right above, aligned or in the same row."""
    segment = label.segment
    for row in scene.layout(segment.page).rows[max(0, segment.row - 3) : segment.row]:
        for other in row:
            aligned = abs(other.x0 - segment.x0) < 2 * segment.size or abs(other.x1 - segment.x1) < 2 * segment.size
            if aligned and any(one.first and one.last and _is_title(one) for one in scene.labels.of(other)):
                return True
    return False


def _read_titles(found: References) -> None:
    """What stands beside or under the largest word for invoice."""
    scene, first = found.scene, found.scene.layouts[0]
    titles = [label for label in scene.labels.all() if _is_heading(label) and label.segment.page == first.page.number]
    titles = [label for label in titles if label.segment.top < _TITLE_HEIGHT * first.page.height]
    for label in sorted(titles, key=lambda one: -one.segment.size)[:2]:
        segment = label.segment
        for other in scene.row(segment)[segment.column + 1 :]:
            _note_at(found, other, "beside title")
        for other in scene.below(segment, segment.x0, segment.x1, _UNDER_TITLE * segment.size):
            if _note_at(found, other, "under title"):
                break


def _is_heading(label: Label) -> bool:
    return label.last and max(label.fields.get(title, 0.0) for title in _TITLES) > 0.5 and label.start <= 1


def _note_at(found: References, segment: Segment, kind: str) -> bool:
    forms = forms_at(segment.text)
    for form in forms:
        found.add(segment, form, segment.words_in(form.start, form.end)).note(kind, 1.0)
    return bool(forms)


def _read_unlabelled(found: References) -> None:
    """Segments that are nothing but a value, in the upper part of the first page."""
    layout = found.scene.layouts[0]
    for segment in layout.segments:
        if segment.top > _HIGH * layout.page.height or _row(segment) in found.items:
            return
        if len(segment.words) > 4 or any(label.start == 0 for label in found.scene.labels.of(segment)):
            continue
        for form in forms_at(segment.text):
            if len(segment.text.rstrip()) - form.end <= 2:
                found.add(segment, form, segment.words_in(form.start, form.end)).note("by itself", 1.0)


def _read_repetition(found: References) -> None:
    """The number of an invoice is printed again on the slip, in the foot, on the next page."""
    texts = Counter("".join(segment.text.split()).casefold() for segment in found.scene.segments)
    for key, reference in found.by_value.items():
        if len(key) >= _SHORTEST_REPEATED:
            times = sum(count for text, count in texts.items() if key in text) - 1
            if times > 0:
                reference.note("repeated", min(times, 3) / 3)
        inside = any(key != other and key in other for other in found.by_value)
        if inside:
            reference.note("part of another", 1.0)


