"""The fit of weights to labelled candidates."""

import pytest
from bench.fit.ranking import Ranking, RankingCase, fit, judge, left_out

from bench.fit import dates, parties, references
from invoicy.pages.scoring.chances import NO_CANDIDATE, fitted

RANKINGS = (parties.RANKING, references.RANKING, dates.RANKING)
KINDS = (NO_CANDIDATE, "foot", "label", "never seen")


def case(family: str, right: int) -> RankingCase:
    """Return a case of a labelled candidate and one in the footer."""
    return RankingCase(family, f"{family}.pdf", ["A-1", "B-2"], [{"label": 1.0}, {"foot": 1.0}], [right])


def test_weights_favour_the_evidence_of_right_candidates() -> None:
    weights = fit([case("a", 0), case("b", 0)], dict.fromkeys(KINDS, 0.0), 0.1)
    assert weights["label"] > 0 > weights["foot"]


def test_every_kind_gets_a_weight_and_kinds_never_seen_keep_their_belief() -> None:
    weights = fit([case("a", 0)], dict.fromkeys(KINDS, 0.0) | {"never seen": -1.5}, 0.1)
    assert sorted(weights) == sorted(KINDS)
    assert weights["never seen"] == -1.5


def test_documents_without_the_term_teach_that_there_is_none() -> None:
    weights = fit([case("a", 2), case("b", 2)], dict.fromkeys(KINDS, 0.0), 0.1)
    assert weights[NO_CANDIDATE] > 0


def test_evidence_of_a_kind_without_a_belief_is_a_fault() -> None:
    with pytest.raises(KeyError):
        fit([case("a", 0)], {NO_CANDIDATE: 0.0, "label": 0.0}, 0.1)


def test_the_share_of_right_choices_is_judged() -> None:
    weights = {NO_CANDIDATE: 0.0, "label": 2.0, "foot": 1.0}
    assert judge([case("a", 0), case("b", 1)], weights) == 0.5


def test_a_family_is_judged_by_weights_of_the_others() -> None:
    cases = [case("a", 0), case("b", 1)]
    judged = {each.family: weights for each, weights in left_out(cases, dict.fromkeys(KINDS, 0.0), 0.1)}
    assert judged["a"]["foot"] > judged["a"]["label"]
    assert judged["b"]["label"] > judged["b"]["foot"]


@pytest.mark.parametrize("ranking", RANKINGS, ids=[ranking.name for ranking in RANKINGS])
def test_a_fit_writes_a_weight_for_exactly_the_kinds_of_its_field(ranking: Ranking) -> None:
    weights = fitted(ranking.name)
    assert weights.keys() == ranking.terms.keys()
    assert all(ranking.beliefs(term).keys() == ranking.kinds == weights[term].keys() for term in weights)
