"""References that labels name: Invoice No., Your order, and the labels of other numbers, which speak against them."""

from invoicy.pages.annotated.labels import Label
from invoicy.pages.fields.references.candidates import ReferenceCandidates
from invoicy.pages.fields.references.evidence import (
    LABEL_FIELDS,
    TITLES,
    ReferenceEvidence,
    ReferenceLabelManner,
    label_kind,
)
from invoicy.pages.fields.references.label_evidence import label_evidence
from invoicy.pages.fields.references.label_slots import series_of, slots_of
from invoicy.pages.fields.value import label_method
from invoicy.pages.parsers.references import Form, forms_at

_NAMING = frozenset(
    {"number", "purchase_order", "other_reference", "other_id", "vat_id", "account", "title_other", *TITLES}
)
"""Meanings of labels that name a number of their own; other labels count only near a candidate."""
_DECISIVE = frozenset(
    {
        ReferenceEvidence.NUMBER_LABEL_AFTER_TITLE,
        ReferenceEvidence.NUMBER_LABEL_UNDER_TITLE,
        ReferenceEvidence.NUMBER_LABEL_BESIDE_TITLE,
    }
    | {
        label_kind(field, manner)
        for field in ("number", "purchase_order", "title_other", *TITLES)
        for manner in ReferenceLabelManner
    }
)
"""Kinds of evidence that make the label the method of a value."""
_LATER_SLOT = 0.9  # factor for each later place: the value is mostly right after its label
_SERIES = "series"


def add_references_from_labels(candidates: ReferenceCandidates) -> None:
    """Add the values of labels that name a reference, and of series of numbers."""
    for label in _labels(candidates):
        if label.fields.keys() & _NAMING:
            _read_label(candidates, label)
        if _SERIES in label.fields:
            _read_series(candidates, label)


def add_references_from_other_labels(candidates: ReferenceCandidates) -> None:
    """Add the values of other labels, such as dates and addresses, where a candidate is near."""
    for label in _labels(candidates):
        if not label.fields.keys() & _NAMING and candidates.is_near(label.segment):
            _read_label(candidates, label)


def _labels(candidates: ReferenceCandidates) -> list[Label]:
    return [label for label in candidates.pages.labels.all() if label.fields.keys() & (LABEL_FIELDS | {_SERIES})]


def _read_label(candidates: ReferenceCandidates, label: Label) -> None:
    """Add the value in the first slot of a label that holds one, with the evidence of the label."""
    evidence = label_evidence(candidates.pages, label)
    is_decisive = not _DECISIVE.isdisjoint(evidence)
    for rank, slot in enumerate(slots_of(candidates.pages, label)):
        forms = forms_at(slot.text)
        for form in forms:
            candidate = candidates.add(slot.segment, form, slot.words(form.start, form.end))
            if candidate.method == "place" and is_decisive:
                candidate.method = label_method(slot.relation)
            for kind, strength in evidence.items():
                candidate.note(kind, strength * slot.trust * _LATER_SLOT**rank)
        if forms:
            return


def _read_series(candidates: ReferenceCandidates, label: Label) -> None:
    """Add the number with the letters of its series before it."""
    series = series_of(candidates.pages, label)
    if series is None:
        return
    for slot in slots_of(candidates.pages, series.number):
        for form in forms_at(slot.text):
            whole = Form(f"{series.letters} {form.value}", form.start, form.end, form.words + 1, form.goes_on)
            candidate = candidates.add(slot.segment, whole, slot.words(form.start, form.end))
            candidate.note(ReferenceEvidence.WITH_ITS_SERIES)
            return
