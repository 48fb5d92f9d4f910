"""References that labels name."""

from invoicy.pages.fields.references.candidates import ReferenceCandidate, ReferenceCandidates
from invoicy.pages.fields.references.evidence import ReferenceEvidence, label_kind
from invoicy.pages.fields.references.from_labels import add_references_from_labels, add_references_from_other_labels
from tests.pages.typeset import typeset


def labelled(*lines: tuple[float, float, str]) -> dict[str, ReferenceCandidate]:
    candidates = ReferenceCandidates(typeset(*lines))
    add_references_from_labels(candidates)
    add_references_from_other_labels(candidates)
    return {candidate.value: candidate for candidate in candidates.by_value.values()}


def test_the_value_of_a_label_has_its_evidence_and_method() -> None:
    candidate = labelled((50, 50, "Invoice No: A-4711"))["A-4711"]
    assert label_kind("number") in candidate.evidence
    assert candidate.method == "label inline"


def test_labels_of_other_numbers_are_evidence_too() -> None:
    assert label_kind("purchase_order") in labelled((50, 50, "Purchase order: B-99"))["B-99"].evidence


def test_a_label_that_is_not_a_number_counts_only_near_a_candidate() -> None:
    assert labelled((50, 50, "Telephone: 0221 4711")) == {}
    near = labelled((50, 50, "Telephone: 0221 4711"), (50, 63, "Invoice No: A-4711"))
    assert "0221 4711" in near


def test_a_series_is_part_of_its_number() -> None:
    candidate = labelled((50, 50, "Seria ASD  Nr. 0004512"))["ASD 0004512"]
    assert ReferenceEvidence.WITH_ITS_SERIES in candidate.evidence
