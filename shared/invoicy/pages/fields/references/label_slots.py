"""Places of a reference by its label, and the series that a number belongs to."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot, below_slots, inline_slot, slots
from invoicy.pages.annotated.wrapped_lines import line_under
from invoicy.pages.fields.references.label_evidence import STRONG

_LINE_WORDS = 5  # words of a line that is full and goes on in the next; the same as of prose
_WRAPPED_TRUST = 0.8  # trust in the next line; set by hand below a value beside its label
_TRAILING_WORDS = 2  # unknown words that may end a label, such as of yours
_TRAILING_TRUST = 0.85  # factor for such a label, which may name something else
_MAX_PREFIX_LETTERS = 4  # letters of a prefix, such as CN or FACT; longer words are a column of their own
_MAX_SERIES_LETTERS = 5  # letters of a series of numbers, such as ASD
_MARKS = " .:,-–"


class Series(Struct, frozen=True):
    """Letters of a series of numbers, printed before the label of the number: Seria ASD Nr. 0004512."""

    letters: str
    number: Label


def slots_of(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    """Yield the places of a label's value, the likeliest first.

    Beside the places that any label has: the next line, where the label ends a sentence; and below the label, where
    words that are in no lexicon end it.
    """
    yield from (_with_prefix(slot) for slot in slots(pages, label))
    if label.ends_segment:
        yield from _in_next_line(pages, label)
    elif label.begins_segment and _is_followed_by_words(label) and _is_strong(label):
        whole = Label(label.segment, label.start, len(label.segment.words), label.key, label.fields, label.colon)
        for slot in below_slots(pages, whole):
            yield ValueSlot(slot.segment, slot.start, slot.end, Relation.BELOW, slot.trust * _TRAILING_TRUST)


def _in_next_line(pages: AnnotatedPages, label: Label) -> Iterator[ValueSlot]:
    segment = label.segment
    under = line_under(pages, segment) if segment.column == 0 and len(segment.words) > _LINE_WORDS else None
    if under:
        yield ValueSlot(under, 0, len(under.text), Relation.WRAPPED, _WRAPPED_TRUST)


def _with_prefix(slot: ValueSlot) -> ValueSlot:
    """Return the slot from the start of its line where capital letters left of it begin the value: CN 250 311."""
    before = slot.segment.text[: slot.start].strip()
    if slot.relation == Relation.BELOW and before.isalpha() and before.isupper() and len(before) <= _MAX_PREFIX_LETTERS:
        return ValueSlot(slot.segment, 0, slot.end, slot.relation, slot.trust)
    return slot


def _is_strong(label: Label) -> bool:
    return max(label.fields.get("number", 0.0), label.fields.get("purchase_order", 0.0)) >= STRONG


def _is_followed_by_words(label: Label) -> bool:
    rest = label.segment.words[label.end :]
    return len(rest) <= _TRAILING_WORDS and all(word.text.strip(".:()/").isalpha() for word in rest)


def series_of(pages: AnnotatedPages, label: Label) -> Series | None:
    """Return the series that a label names, with the label of the number in it; None without a number."""
    slot = inline_slot(pages, label)
    letters = slot.text.strip(_MARKS) if slot else ""
    if not letters.isalnum() or not letters.isupper() or len(letters) > _MAX_SERIES_LETTERS:
        return None
    number = next(_labels_behind(pages, label), None)
    if number is None or not number.fields.keys() & {"number", "column"}:
        return None
    return Series(letters, number)


def _labels_behind(pages: AnnotatedPages, label: Label) -> Iterator[Label]:
    """Yield the labels behind a label in its row."""
    for segment in pages.row(label.segment)[label.segment.column :]:
        for other in pages.labels.of(segment):
            if segment is not label.segment or other.start > label.start:
                yield other
