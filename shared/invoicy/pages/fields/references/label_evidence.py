"""The claims of a reference's label by its place in the line, and the places where its value may stand."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot, below_slots, inline_slot, slots
from invoicy.pages.annotated.wrapped_lines import line_under
from invoicy.pages.layout.rows import Segment

TITLES = ("title", "title_credit")
CLAIMS = frozenset(
    {"number", "purchase_order", "other_reference", "other_id", "vat_id", "buyer_vat_id", "account", "iban", "contact"}
    | {"issue_date", "due_date", "other_date", "address", "page", "column", "title_other", *TITLES}
)
_OF_CHAINS = frozenset({"number", "purchase_order", "other_reference", "title_other"})
_STRONG = 0.9
_PROSE = 5
_TRAILING = 2
_TRAILING_TRUST = 0.85
_CHAINED = 0.9
_WRAPPED_TRUST = 0.8
_TITLE_WORDS = 2
_LONGEST_PREFIX = 4
_LONGEST_SERIES = 5


class Series(Struct, frozen=True):
    """Letters of a series of numbers, printed before the label of the number: Seria ASD Nr. 0004512."""

    letters: str
    number: Label


def claims_of(pages: AnnotatedPages, label: Label) -> Iterator[tuple[str, float]]:
    """Kinds of evidence and their weight: a word of many meanings or amid a sentence says less."""
    manner = _manner(pages, label)
    for field in label.fields.keys() & CLAIMS:
        weight = label.fields[field]
        yield f"{field} label{manner}" if weight >= _STRONG else f"weak {field} label{manner}", weight
    if "number" in label.fields:
        yield from _by_title(pages, label)
    before = _chained(pages, label)
    for field in before.fields.keys() & _OF_CHAINS if before else ():
        yield f"{field} label", _CHAINED * before.fields[field] if before else 0.0


def _manner(pages: AnnotatedPages, label: Label) -> str:
    if not label.first and is_prose(pages, label.segment):
        return " in a sentence"
    if len(label.key) <= 2 and not (label.first and (label.colon or len(label.segment.words) <= 3)):
        return " of a letter or two"
    if not label.first and not label.colon:
        return " amid a line"
    return ""


def is_prose(pages: AnnotatedPages, segment: Segment) -> bool:
    """Words that are no labels, more than the values of some labels in a row have."""
    known = {index for one in pages.labels.of(segment) for index in range(one.start, one.end)}
    others = (word.text for index, word in enumerate(segment.words) if index not in known)
    return sum(1 for text in others if text.isalpha() and len(text) > 1) > _PROSE


def is_title(label: Label) -> bool:
    return any(label.fields.get(title) for title in TITLES)


def _by_title(pages: AnnotatedPages, label: Label) -> Iterator[tuple[str, float]]:
    if _follows_title(pages, label):
        yield "number label after title", 1.0
    elif label.first and _is_under_title(pages, label):
        yield "number label under title", 1.0
    elif label.first and _is_beside_title(pages, label):
        yield "number label beside title", 1.0


def _follows_title(pages: AnnotatedPages, label: Label) -> bool:
    """Rechnung Nr., or with a word or two between: Fatura de venda n.º."""
    before = [other for other in pages.labels.of(label.segment) if other.end <= label.start]
    titles = [other for other in before if is_title(other)]
    return bool(titles and label.start - titles[-1].end <= _TITLE_WORDS)


def _is_under_title(pages: AnnotatedPages, label: Label) -> bool:
    """The title stands in the lines right above, aligned or in the same row."""
    segment = label.segment
    for row in pages.layout(segment.page).rows[max(0, segment.row - 3) : segment.row]:
        for other in row:
            aligned = abs(other.x0 - segment.x0) < 2 * segment.size or abs(other.x1 - segment.x1) < 2 * segment.size
            if aligned and any(one.first and one.last and is_title(one) for one in pages.labels.of(other)):
                return True
    return False


def _is_beside_title(pages: AnnotatedPages, label: Label) -> bool:
    """The line to the left begins with the title."""
    left = pages.row(label.segment)[: label.segment.column][-1:]
    return any(one.first and is_title(one) for segment in left for one in pages.labels.of(segment))


def _chained(pages: AnnotatedPages, label: Label) -> Label | None:
    """The label that stands right before it with a colon: Your reference: order 4711."""
    before = (other for other in pages.labels.of(label.segment) if other.end == label.start)
    return next((other for other in before if other.colon), None)


def slots_of(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """The places of its value; also if words of no lexicon end the label, or a sentence goes on in a new line."""
    yield from (_with_prefix(slot) for slot in slots(pages, label))
    segment = label.segment
    if label.last:
        under = line_under(pages, segment) if segment.column == 0 and len(segment.words) > _PROSE else None
        if under:
            yield ValueSlot(under, 0, len(under.text), "wrapped", _WRAPPED_TRUST)
    elif label.first and _is_followed_by_words(label) and _is_strong(label):
        whole = Label(segment, label.start, len(segment.words), label.key, label.fields, label.colon)
        for slot in below_slots(pages, whole):
            yield ValueSlot(slot.segment, slot.start, slot.end, "below", slot.trust * _TRAILING_TRUST)


def _with_prefix(slot: ValueSlot) -> ValueSlot:
    """Letters that begin a value may stand left of what is under its label."""
    before = slot.segment.text[: slot.start].strip()
    if slot.relation == "below" and before.isalpha() and before.isupper() and len(before) <= _LONGEST_PREFIX:
        return ValueSlot(slot.segment, 0, slot.end, slot.relation, slot.trust)
    return slot


def _is_strong(label: Label) -> bool:
    return max(label.fields.get("number", 0.0), label.fields.get("purchase_order", 0.0)) >= _STRONG


def _is_followed_by_words(label: Label) -> bool:
    rest = label.segment.words[label.end :]
    return len(rest) <= _TRAILING and all(word.text.strip(".:()/").isalpha() for word in rest)


def series_of(pages: AnnotatedPages, label: Label) -> Series | None:
    """The series that a label names, and the label of the number in it."""
    slot = inline_slot(pages, label)
    letters = slot.text.strip(" .:,-–") if slot else ""
    if not letters.isalnum() or not letters.isupper() or len(letters) > _LONGEST_SERIES:
        return None
    row = pages.row(label.segment)[label.segment.column :]
    later = (
        one
        for segment in row
        for one in pages.labels.of(segment)
        if segment is not label.segment or one.start > label.start
    )
    number = next(later, None)
    if number is None or not number.fields.keys() & {"number", "column"}:
        return None
    return Series(letters, number)
