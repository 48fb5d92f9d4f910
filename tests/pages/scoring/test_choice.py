"""The choice among candidates, alone and in pairs."""

from invoicy.pages.scoring.chances import NO_CANDIDATE
from invoicy.pages.scoring.choice import Candidate, Choice, best_pair, ranked_choices

WEIGHTS = {NO_CANDIDATE: 0.0, "label": 2.0}


def labelled(strength: float) -> Candidate:
    return Candidate(evidence={"label": strength})


def ranked(*candidates: Candidate) -> list[Choice[Candidate]]:
    return ranked_choices(candidates, [candidate.evidence for candidate in candidates], WEIGHTS)


def product_of(first: Choice[Candidate], second: Choice[Candidate]) -> float:
    is_same = first.candidate is not None and first.candidate is second.candidate
    return 0.0 if is_same else first.chance * second.chance


def test_of_evidence_noted_twice_the_stronger_counts() -> None:
    candidate = Candidate()
    candidate.note("label", 0.7)
    candidate.note("label", 0.4)
    assert candidate.evidence == {"label": 0.7}


def test_candidates_do_not_share_their_evidence() -> None:
    Candidate().note("label")
    assert Candidate().evidence == {}


def test_the_likeliest_is_first_and_no_candidate_last() -> None:
    weak, strong = labelled(0.2), labelled(1.0)
    assert [choice.candidate for choice in ranked(weak, strong)] == [strong, weak, None]


def test_a_page_without_candidates_leaves_the_choice_of_none() -> None:
    assert ranked() == [Choice(None, 1.0)]


def test_hundreds_of_candidates_are_cut_to_the_likeliest() -> None:
    candidates = [labelled(index / 100) for index in range(100)]
    choices = ranked(*candidates)
    assert len(choices) < 20
    assert choices[0].candidate is candidates[-1]


def test_one_candidate_cannot_have_both_roles() -> None:
    only = labelled(1.0)
    first, second = best_pair(ranked(only), ranked(only), product_of)
    assert [first.candidate, second.candidate].count(only) == 1


def test_the_pair_that_fits_best_wins_over_the_likeliest_of_each() -> None:
    strong, weak = labelled(1.0), labelled(0.9)
    first, second = best_pair(ranked(strong, weak), ranked(strong), product_of)
    assert (first.candidate, second.candidate) == (weak, strong)
