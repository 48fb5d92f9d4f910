"""Chances of candidates from their evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.scoring.chances import NO_CANDIDATE, Features, chances, fitted

WEIGHTS = {NO_CANDIDATE: 0.0, "label": 2.0, "foot": -1.0}
EVIDENCE = st.lists(st.dictionaries(st.sampled_from(["label", "foot"]), st.floats(0, 1)), max_size=5)


@given(EVIDENCE)
def test_chances_of_all_candidates_and_of_none_make_one(evidence: list[Features]) -> None:
    shares = chances(evidence, WEIGHTS)
    assert len(shares) == len(evidence) + 1
    assert sum(shares) == pytest.approx(1.0)


def test_the_candidate_with_more_evidence_is_likelier() -> None:
    labelled, low, none = chances([{"label": 1.0}, {"foot": 1.0}], WEIGHTS)
    assert labelled > none > low


def test_weak_evidence_counts_less() -> None:
    strong, weak, _ = chances([{"label": 1.0}, {"label": 0.5}], WEIGHTS)
    assert strong > weak


def test_extreme_weights_do_not_overflow() -> None:
    assert chances([{"label": 1.0}], {NO_CANDIDATE: 0.0, "label": 5000.0})[0] == 1.0


def test_evidence_of_an_unknown_kind_is_a_fault() -> None:
    with pytest.raises(KeyError):
        chances([{"misspelled": 1.0}], WEIGHTS)


@pytest.mark.parametrize("name", ["parties", "references", "dates"])
def test_the_weights_of_a_field_include_that_of_no_candidate(name: str) -> None:
    assert all(NO_CANDIDATE in weights for weights in fitted(name).values())
