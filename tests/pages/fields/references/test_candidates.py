"""Candidates for a reference and the evidence of their places."""

from invoicy.pages.fields.place_evidence import PlaceEvidence
from invoicy.pages.fields.references.candidates import ReferenceCandidate, ReferenceCandidates
from invoicy.pages.fields.references.evidence import ReferenceEvidence
from invoicy.pages.parsers.references import forms_at
from tests.pages.typeset import typeset


def added(candidates: ReferenceCandidates, line: int) -> ReferenceCandidate:
    segment = list(candidates.pages.segments)[line]
    form = forms_at(segment.text)[-1]
    return candidates.add(segment, form, segment.words_in(form.start, form.end))


def test_a_value_is_one_candidate_without_regard_to_spaces_and_case() -> None:
    candidates = ReferenceCandidates(typeset((50, 50, "RE 4711"), (50, 80, "re4711")))
    assert added(candidates, 0) is added(candidates, 1)


def test_a_low_place_counts_only_if_no_place_is_high() -> None:
    candidates = ReferenceCandidates(typeset((50, 50, "4711"), (50, 800, "4711"), (50, 820, "4812")))
    low = added(candidates, 2)
    assert PlaceEvidence.FOOT in low.evidence
    added(candidates, 1)
    assert PlaceEvidence.FOOT not in added(candidates, 0).evidence


def test_a_value_that_is_all_of_its_line_is_alone() -> None:
    candidates = ReferenceCandidates(typeset((50, 50, "4711"), (50, 80, "4812 thank you")))
    assert ReferenceEvidence.ALONE in added(candidates, 0).evidence
    assert ReferenceEvidence.ALONE not in added(candidates, 1).evidence


def test_lines_near_a_candidate_are_known() -> None:
    candidates = ReferenceCandidates(typeset((50, 50, "Order"), (50, 63, "4711"), (50, 300, "Total"), (50, 320, "17")))
    added(candidates, 1)
    order, _, total, _ = candidates.pages.segments
    assert candidates.is_near(order)
    assert not candidates.is_near(total)
