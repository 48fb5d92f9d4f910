"""Dates that labels name, and the date in the line of the title."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot, slots
from invoicy.pages.annotated.wrapped_lines import WrappedSlot, wraps_of
from invoicy.pages.fields.dates.candidates import DateCandidates, DatePlace
from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel, DateLabelManner, label_kind
from invoicy.pages.parsers.dates import DateToken, dates_in

_MEANINGS = {"issue_date": DateLabel.ISSUE, "due_date": DateLabel.DUE, "other_date": DateLabel.OTHER}
_TITLES = ("title", "title_credit")
_NUMBER_WORDS = 3  # words between the number and the date's label: Facture n° 12 A 3 du
_SHORT_LABEL = 3  # letters of labels such as du, vom or den, which occur in any line
_COLUMNS = 2  # other heads of columns in the row from which it is the head of a table
_COLUMN_WEIGHT = 0.5  # weight in data/labels from which a word is more often the head of a column than not
_LATER_SLOT = 0.9  # factor for each later place: the value is mostly right after its label
_EACH_LETTER = 0.03  # trust lost for each letter between label and date: ten letters are a word or two
_MIN_NEARNESS = 0.4  # the least trust in a label of the same line, however many letters are between
_COMPACT = 0.9  # trust in a date without separators, which may be another number: 20200103
_TITLE_TRUST = 0.8  # trust in the line of a title; set by hand between a value below its label and one beside it
_DUE_WEIGHT = 0.9  # weight in data/labels from which a label means the due date in nearly all documents


def add_dates_from_labels(candidates: DateCandidates) -> None:
    """Add the dates of all labels and titles, with the kinds of evidence of the label."""
    for label in candidates.pages.labels.all():
        titled = max(label.fields.get(title, 0.0) for title in _TITLES)
        if titled and label.begins_segment:
            _read_title(candidates, label, titled)
        meanings = {kind: label.fields[field] for field, kind in _MEANINGS.items() if label.fields.get(field)}
        if meanings:
            _read_label(candidates, label, meanings)


def date_in(pages: AnnotatedPages, slot: ValueSlot) -> tuple[DateToken, ValueSlot | WrappedSlot] | None:
    """Return the first date in a slot, or one that begins in it and goes on in the next line: 9. Januar / 2022."""
    for token in pages.dates_of(slot.segment):
        if slot.start <= token.start and token.end <= slot.end:
            return token, slot
    if not any(c.isdigit() for c in slot.text):
        return None
    wrapped = next(wraps_of(pages, slot), None)
    if wrapped is None:
        return None
    return next(((token, wrapped) for token in dates_in(wrapped.text) if wrapped.breaks(token.start, token.end)), None)


def _read_label(candidates: DateCandidates, label: Label, meanings: dict[DateLabel, float]) -> None:
    """Add the date in the first slot of a label that holds one."""
    for rank, slot in enumerate(slots(candidates.pages, label)):
        dated = date_in(candidates.pages, slot)
        if not dated:
            continue
        token, place = dated
        trust = slot.trust * _LATER_SLOT**rank * _nearness(place, token)
        for meaning, weight in meanings.items():
            for kind in (meaning, *(label_kind(meaning, manner) for manner in _manners(candidates.pages, label))):
                candidates.add(DatePlace(token, place, kind, weight * trust))
        return


def _manners(pages: AnnotatedPages, label: Label) -> Iterator[DateLabelManner]:
    if len(label.key) <= _SHORT_LABEL and not label.colon and not label.begins_segment:
        yield DateLabelManner.AMID_A_LINE
        if _follows_number(pages, label):
            yield DateLabelManner.BEHIND_THE_NUMBER
    if _heads_column(pages, label):
        yield DateLabelManner.HEADS_A_COLUMN
    if label.colon:
        yield DateLabelManner.WITH_A_COLON


def _heads_column(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether the label is the head of a column in a table of items, as other heads in its row show."""
    heads = (head for segment in pages.row(label.segment) for head in pages.labels.of(segment) if head is not label)
    columns = sum(1 for head in heads if head.fields.get("column", 0.0) > _COLUMN_WEIGHT)
    return not label.colon and columns >= _COLUMNS


def _follows_number(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether the line begins with the invoice number: Facture n° 12 du 3 mai."""
    first = pages.labels.of(label.segment)[0]
    is_numbered = first.begins_segment and any(first.fields.get(field, 0.0) >= 1 for field in ("number", *_TITLES))
    return is_numbered and first.end < label.start <= first.end + _NUMBER_WORDS


def _read_title(candidates: DateCandidates, label: Label, weight: float) -> None:
    """Add the date in the line of the title, if it is not a due date: Rechnung Nr. 12 vom 3. Mai 2020."""
    segment = label.segment
    later = (other for other in candidates.pages.labels.of(segment) if other.start > label.end)
    if any(other.fields.get("due_date", 0.0) >= _DUE_WEIGHT for other in later):
        return
    slot = ValueSlot(segment, segment.starts[label.end - 1], len(segment.text), Relation.TITLE, _TITLE_TRUST)
    if dated := date_in(candidates.pages, slot):
        candidates.add(DatePlace(*dated, DateEvidence.IN_THE_TITLES_LINE, weight))


def _nearness(slot: ValueSlot | WrappedSlot, token: DateToken) -> float:
    """Return how far the label can be trusted, given the words between label and date."""
    between = slot.text[: token.start - slot.start]
    letters = sum(c.isalpha() for c in between)
    return max(_MIN_NEARNESS, 1.0 - _EACH_LETTER * letters) * (_COMPACT if token.compact else 1.0)
