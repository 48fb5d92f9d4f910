"""References without a label."""

from invoicy.pages.fields.references.candidates import ReferenceCandidate, ReferenceCandidates
from invoicy.pages.fields.references.evidence import ReferenceEvidence
from invoicy.pages.fields.references.from_places import add_evidence_by_comparison, add_references_from_places
from tests.pages.typeset import typeset


def placed(*lines: tuple[float, float, str]) -> dict[str, ReferenceCandidate]:
    candidates = ReferenceCandidates(typeset(*lines))
    add_references_from_places(candidates)
    add_evidence_by_comparison(candidates)
    return {candidate.value: candidate for candidate in candidates.by_value.values()}


def test_a_number_beside_or_under_the_title_is_noted() -> None:
    candidates = placed((50, 50, "INVOICE"), (300, 50, "A-4711"), (50, 66, "B-9922"))
    assert ReferenceEvidence.BESIDE_TITLE in candidates["A-4711"].evidence
    assert ReferenceEvidence.UNDER_TITLE in candidates["B-9922"].evidence


def test_a_line_that_is_a_number_alone_is_noted_only_in_the_upper_part() -> None:
    assert ReferenceEvidence.BY_ITSELF in placed((50, 100, "A-4711"))["A-4711"].evidence
    assert placed((50, 600, "A-4711")) == {}


def test_a_number_that_is_printed_again_is_repeated() -> None:
    once = placed((50, 100, "A-4711"))["A-4711"]
    twice = placed((50, 100, "A-4711"), (50, 700, "Ref A-4711"))["A-4711"]
    assert ReferenceEvidence.REPEATED not in once.evidence
    assert 0 < twice.evidence[ReferenceEvidence.REPEATED] < 1


def test_a_part_of_another_number_is_noted() -> None:
    candidates = placed((50, 100, "4407 1186"))
    assert ReferenceEvidence.PART_OF_ANOTHER in placed((50, 100, "4711"), (50, 130, "4711-2"))["4711"].evidence
    assert ReferenceEvidence.PART_OF_ANOTHER not in candidates["4407 1186"].evidence
