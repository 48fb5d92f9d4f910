"""The IBAN of the account to pay to: the payment account identifier (BT-84)."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot
from invoicy.pages.annotated.wrapped_lines import wraps_of
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.ibans import has_iban_length, iban_at, iban_starts, ibans_in
from invoicy.pages.parsers.vat_ids import PrintedIdentifier

_CHECKED = 0.95  # right check digits; by chance 1 in 97 numbers has them
_WRAPPED = 0.9  # right check digits over two lines, which may join an IBAN and another number
_LABELLED = 0.6  # wrong check digits under a label: a misprint, or a made-up account of a sample
_WRONG_LENGTH = 0.3  # under a label, but of another length than the IBANs of its country
_LABEL_ROWS = 2  # a label is in the row of its IBAN or at most two above it


def iban_of(pages: AnnotatedPages) -> FieldValue[str] | None:
    """Return the IBAN with the highest score, the first of equals; None if no IBAN is printed."""
    ibans = (iban for segment in pages.segments for iban in _ibans(pages, segment))
    return max(ibans, key=lambda iban: iban.score, default=None)


def _ibans(pages: AnnotatedPages, segment: Segment) -> Iterator[FieldValue[str]]:
    for iban in ibans_in(segment.text):
        if iban.is_valid or (_is_labelled(pages, segment) and not _breaks_off(pages, segment, iban)):
            words = segment.words_in(iban.start, iban.end)
            yield FieldValue.of(iban.value, segment, words, _score(iban), "check digits" if iban.is_valid else "label")
    yield from _wrapped_ibans(pages, segment)


def _score(iban: PrintedIdentifier) -> float:
    if iban.is_valid:
        return _CHECKED
    return _LABELLED if has_iban_length(iban.value) else _WRONG_LENGTH


def _wrapped_ibans(pages: AnnotatedPages, segment: Segment) -> Iterator[FieldValue[str]]:
    """Yield the IBANs that begin in a line, go on in those under it and have right check digits."""
    for start in iban_starts(segment.text):
        for wrapped in wraps_of(pages, ValueSlot(segment, start, len(segment.text), Relation.INLINE, 1.0)):
            iban = iban_at(wrapped.text)
            if iban and wrapped.breaks(iban.start, iban.end):
                words = wrapped.words(iban.start, iban.end)
                yield FieldValue.of(iban.value, segment, words, _WRAPPED, "check digits")


def _breaks_off(pages: AnnotatedPages, segment: Segment, iban: PrintedIdentifier) -> bool:
    """Test whether an IBAN of a wrong length ends its line, and the next line begins with digits."""
    if has_iban_length(iban.value):
        return False
    wrapped = next(wraps_of(pages, ValueSlot(segment, iban.start, len(segment.text), Relation.INLINE, 1.0)), None)
    return bool(wrapped and iban.end >= len(segment.text.rstrip()) and wrapped.lines[1].text[:1].isdigit())


def _is_labelled(pages: AnnotatedPages, segment: Segment) -> bool:
    return any(label.fields.get("iban") for label in _labels_near(pages, segment))


def _labels_near(pages: AnnotatedPages, segment: Segment) -> Iterator[Label]:
    for row in pages.layout(segment.page).rows[max(0, segment.row - _LABEL_ROWS) : segment.row + 1]:
        for other in row:
            yield from pages.labels.of(other)
