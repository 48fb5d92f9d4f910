"""References without a label: by the title of the invoice, alone in a line near the top, printed more than once."""

from collections import Counter

from invoicy.pages.annotated.labels import Label
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.fields.references.candidates import HIGH, ReferenceCandidates
from invoicy.pages.fields.references.evidence import TITLES, ReferenceEvidence
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.references import forms_at
from invoicy.wording.comparison import compact

_TITLE_DEPTH = 0.6  # share of the page's height; further down, invoice is a word of a text or of a payment slip
_TITLE_WEIGHT = 0.5  # weight in data/labels from which a word is more often a title than not
_TITLES_TRIED = 2  # the title, and its repetition in another language
_UNDER_TITLE = 3.5  # sizes of the title's letters; down to the second line under it
_MAX_WORDS = 4  # words of a line that is a reference alone; more are a text
_TRAILING = 2  # characters behind a reference that is alone in its line: a full stop, a bracket
_MIN_REPEATED_LETTERS = 4  # characters; shorter values occur in other texts by chance
_REPETITIONS = 3  # repetitions that count as certain: slip, footer, next page


def add_references_from_places(candidates: ReferenceCandidates) -> None:
    """Add the references by the title and those that are alone in a line."""
    _read_titles(candidates)
    _read_unlabelled(candidates)


def add_evidence_by_comparison(candidates: ReferenceCandidates) -> None:
    """Add evidence from the whole text: an invoice number is repeated on the slip, in the footer, on the next page."""
    texts = Counter(compact(segment.text) for segment in candidates.pages.segments)
    for key, candidate in candidates.by_value.items():
        if len(key) >= _MIN_REPEATED_LETTERS:
            repetitions = sum(count for text, count in texts.items() if key in text) - 1
            if repetitions > 0:
                candidate.note(ReferenceEvidence.REPEATED, min(repetitions, _REPETITIONS) / _REPETITIONS)
        if any(key != other and key in other for other in candidates.by_value):
            candidate.note(ReferenceEvidence.PART_OF_ANOTHER)


def _read_titles(candidates: ReferenceCandidates) -> None:
    """Add the references beside and under the largest words for invoice."""
    pages = candidates.pages
    for label in _largest_titles(candidates):
        title = label.segment
        for beside in pages.row(title)[title.column + 1 :]:
            _add_all(candidates, beside, ReferenceEvidence.BESIDE_TITLE)
        for under in pages.below(title, title.x0, title.x1, _UNDER_TITLE * title.size):
            if _add_all(candidates, under, ReferenceEvidence.UNDER_TITLE):
                break


def _largest_titles(candidates: ReferenceCandidates) -> list[Label]:
    pages = candidates.pages
    first = pages.layouts[0].page.number
    titles = [label for label in pages.labels.all() if label.segment.page == first and _is_heading(label)]
    high = [label for label in titles if depth(pages, label.segment) < _TITLE_DEPTH]
    return sorted(high, key=lambda label: -label.segment.size)[:_TITLES_TRIED]


def _is_heading(label: Label) -> bool:
    return (
        label.ends_segment
        and max(label.fields.get(title, 0.0) for title in TITLES) > _TITLE_WEIGHT
        and label.start <= 1
    )


def _add_all(candidates: ReferenceCandidates, segment: Segment, kind: ReferenceEvidence) -> bool:
    """Add the references at the start of a segment; return whether there are any."""
    forms = forms_at(segment.text)
    for form in forms:
        candidates.add(segment, form, segment.words_in(form.start, form.end)).note(kind)
    return bool(forms)


def _read_unlabelled(candidates: ReferenceCandidates) -> None:
    """Add the lines that are nothing but a reference, from the top of the first page down to the items."""
    pages = candidates.pages
    for segment in pages.layouts[0].segments:
        if depth(pages, segment) > HIGH or candidates.is_item(segment):
            return
        if len(segment.words) > _MAX_WORDS or any(label.start == 0 for label in pages.labels.of(segment)):
            continue
        for form in forms_at(segment.text):
            if len(segment.text.rstrip()) - form.end <= _TRAILING:
                words = segment.words_in(form.start, form.end)
                candidates.add(segment, form, words).note(ReferenceEvidence.BY_ITSELF)
