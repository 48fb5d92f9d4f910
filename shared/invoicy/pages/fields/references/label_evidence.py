"""Evidence for a reference from its label: the meanings of the label, and its place in the line and by the title."""

from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.evidence import (
    LABEL_FIELDS,
    TITLES,
    ReferenceEvidence,
    ReferenceLabelManner,
    label_kind,
)
from invoicy.pages.layout.rows import Segment
from invoicy.pages.scoring.chances import Features

_OF_CHAINS = frozenset({"number", "purchase_order", "other_reference", "title_other"})
STRONG = 0.9  # weight in data/labels of a likely meaning; above 1 or at 0.54, orders are lost
_PROSE = 5  # words; the values of a few labels in one row have no more
_CHAINED = 0.9  # factor for a label before the label: it names the number only together with it
_SHORT_LINE = 3  # words of a line that is a label of a letter or two with its number: N° 12 34
_TITLE_WORDS = 2  # words between title and label: Fatura de venda n.º; with 3, one number is lost
_ROWS_ABOVE = 3  # rows in which a title is above its number; a line or two may be set between


def label_evidence(pages: AnnotatedPages, label: Label) -> Features:
    """Return the kinds of evidence that a label gives its value, each with its strength."""
    strongest: Features = {}
    for kind, strength in _claims(pages, label):
        strongest[kind] = max(strongest.get(kind, 0.0), strength)
    return strongest


def _claims(pages: AnnotatedPages, label: Label) -> Iterator[tuple[str, float]]:
    manner = _manner(pages, label)
    for field in label.fields.keys() & LABEL_FIELDS:
        strength = label.fields[field]
        yield label_kind(field, manner, weak=strength < STRONG), strength
    if "number" in label.fields:
        yield from ((kind, 1.0) for kind in _by_title(pages, label))
    before = _label_before(pages, label)
    for field in before.fields.keys() & _OF_CHAINS if before else ():
        yield label_kind(field), _CHAINED * before.fields[field] if before else 0.0


def _manner(pages: AnnotatedPages, label: Label) -> ReferenceLabelManner:
    if not label.begins_segment and is_prose(pages, label.segment):
        return ReferenceLabelManner.IN_A_SENTENCE
    if len(label.key) <= 2 and not (label.begins_segment and (label.colon or len(label.segment.words) <= _SHORT_LINE)):
        return ReferenceLabelManner.OF_A_LETTER_OR_TWO
    if not label.begins_segment and not label.colon:
        return ReferenceLabelManner.AMID_A_LINE
    return ReferenceLabelManner.HEAD


def is_prose(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a line has more words outside its labels than the values of some labels in a row have."""
    in_labels = {index for label in pages.labels.of(segment) for index in range(label.start, label.end)}
    rest = (word.text for index, word in enumerate(segment.words) if index not in in_labels)
    return sum(1 for text in rest if text.isalpha() and len(text) > 1) > _PROSE


def _by_title(pages: AnnotatedPages, label: Label) -> Iterator[ReferenceEvidence]:
    if _follows_title(pages, label):
        yield ReferenceEvidence.NUMBER_LABEL_AFTER_TITLE
    elif label.begins_segment and _is_under_title(pages, label):
        yield ReferenceEvidence.NUMBER_LABEL_UNDER_TITLE
    elif label.begins_segment and _is_beside_title(pages, label):
        yield ReferenceEvidence.NUMBER_LABEL_BESIDE_TITLE


def _is_title(label: Label) -> bool:
    return any(label.fields.get(title) for title in TITLES)


def _follows_title(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether the title is at most two words before the label: Rechnung Nr., Fatura de venda n.º."""
    titles = [other for other in pages.labels.of(label.segment) if other.end <= label.start and _is_title(other)]
    return bool(titles and label.start - titles[-1].end <= _TITLE_WORDS)


def _is_under_title(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether the title is in the lines right above and begins or ends where the label's line does."""
    segment = label.segment
    rows = pages.layout(segment.page).rows[max(0, segment.row - _ROWS_ABOVE) : segment.row]
    aligned = (other for row in rows for other in row if _is_aligned(other, segment))
    return any(
        above.begins_segment and above.ends_segment and _is_title(above)
        for other in aligned
        for above in pages.labels.of(other)
    )


def _is_aligned(upper: Segment, lower: Segment) -> bool:
    return min(abs(upper.x0 - lower.x0), abs(upper.x1 - lower.x1)) < 2 * lower.size


def _is_beside_title(pages: AnnotatedPages, label: Label) -> bool:
    """Test whether the line to the left begins with the title."""
    left = pages.row(label.segment)[: label.segment.column][-1:]
    return any(other.begins_segment and _is_title(other) for segment in left for other in pages.labels.of(segment))


def _label_before(pages: AnnotatedPages, label: Label) -> Label | None:
    """Return the label right before this one that ends in a colon: Your reference: order 4711."""
    before = (other for other in pages.labels.of(label.segment) if other.end == label.start)
    return next((other for other in before if other.colon), None)
