"""Kinds of evidence for dates."""

from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel, DateLabelManner, kinds, label_kind
from invoicy.pages.fields.place_evidence import PlaceEvidence
from invoicy.pages.scoring.chances import NO_CANDIDATE


def test_a_label_in_a_manner_is_a_kind_with_a_plain_name() -> None:
    assert label_kind(DateLabel.ISSUE, DateLabelManner.WITH_A_COLON) == "issue label with a colon"


def test_all_kinds_include_places_labels_and_the_choice_of_none() -> None:
    labels = {label_kind(label, manner) for label in DateLabel for manner in DateLabelManner}
    assert kinds() == {NO_CANDIDATE, *PlaceEvidence, *DateEvidence, *DateLabel, *labels}
