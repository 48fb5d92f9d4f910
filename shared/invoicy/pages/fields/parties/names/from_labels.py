"""Names of parties that labels name: Seller, Bill to, Ship to, Account holder."""

from invoicy.pages.annotated.labels import Label
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import ROLES, NameEvidence, PartyLabelPlace, label_kind
from invoicy.pages.fields.parties.names.names_at_labels import name_at
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import is_care_of

_HIGH = 0.55  # share of the page's height; at 0.33, two sellers and one buyer are lost
_SENTENCE_WORDS = 8  # words from which the line of a label without a colon is a sentence
_SHORT_LABEL = 3  # letters; shorter labels amid a line, such as to, are words of a text
_LONG_LABEL = 5  # letters; a longer label of several words, such as Bill to, needs no colon at the start of a line
_RIVALS = frozenset({"buyer", "seller", "holder", "ship_to", "title", "account"})
"""Meanings that take a label from a role where they are likelier."""


def add_names_from_labels(candidates: NameCandidates) -> None:
    """Add the names of all labels of parties."""
    for role in ROLES:
        for label, weight in candidates.pages.labels.named(role):
            if _is_heading(label, role):
                _read_label(candidates, label, role, weight)


def _read_label(candidates: NameCandidates, label: Label, role: str, weight: float) -> None:
    named = name_at(candidates, label)
    if named is None:
        return
    name, segment = named
    candidate = candidates.add(name, segment)
    if is_care_of(label.segment.text):
        candidate.note(NameEvidence.ATTENTION)
        return
    height = PartyLabelPlace.HIGH if _is_high(candidates, label) else PartyLabelPlace.LOW
    candidate.note(label_kind(role, height), weight)
    candidate.note(label_kind(role, _place(label, segment)))


def _is_high(candidates: NameCandidates, label: Label) -> bool:
    """Test whether a label is high on the first page; a payment slip at the foot may name the parties crosswise."""
    first = candidates.pages.layouts[0].page.number
    return label.segment.page == first and depth(candidates.pages, label.segment) < _HIGH


def _is_heading(label: Label, role: str) -> bool:
    """Test whether a label is followed by a colon or by nothing, or opens its segment in words enough."""
    if any(weight > label.fields[role] for field, weight in label.fields.items() if field in _RIVALS):
        return False
    if not label.begins_segment:
        return label.colon and len(label.key) > _SHORT_LABEL
    return label.colon or label.ends_segment or (len(label.key) > _LONG_LABEL and label.end - label.start > 1)


def _place(label: Label, segment: Segment) -> PartyLabelPlace:
    """Return the place of a label by the line of the name."""
    if segment.key == label.segment.key:
        is_field = label.colon or len(segment.words) < _SENTENCE_WORDS
        return PartyLabelPlace.BEFORE_IT if is_field else PartyLabelPlace.IN_A_SENTENCE
    return PartyLabelPlace.BESIDE_IT if segment.row == label.segment.row else PartyLabelPlace.OVER_IT
