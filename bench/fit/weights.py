"""Fit weights to labelled invoices, and print how often they choose the right candidate."""

from collections.abc import Sequence
from pathlib import Path

from bench.fit.ranking import Ranking, RankingCase, fit, judge, left_out
from bench.labelled import learnt_from, of_folder
from bench.scores import load_scores
from invoicy.pages.scoring.chances import Weights


def fitted_weights(ranking: Ranking, more: Sequence[Path], judged: Sequence[Path]) -> Weights:
    """Fit the weights of every term of a ranking and print its figures.

    more: folders to learn from, beside the corpus. judged: folders to judge by.
    """
    return {term: _fitted(ranking, term, more, judged) for term in ranking.terms}


def _fitted(ranking: Ranking, term: str, more: Sequence[Path], judged: Sequence[Path]) -> dict[str, float]:
    scores, beliefs = load_scores(), ranking.beliefs(term)
    cases = ranking.cases(learnt_from(more), term, scores)
    print(f"\n== {term}: {len(cases)} documents, the right one among the candidates in {_present(cases):.3f}")
    weights = fit(cases, beliefs, ranking.decay)
    out = sum(judge([case], apart, show=True) for case, apart in left_out(cases, beliefs, ranking.decay)) / len(cases)
    print(f"learnt from, families left out {out:.3f}, all {judge(cases, weights):.3f}")
    for folder in judged:
        held = ranking.cases(of_folder(folder), term, scores)
        right = judge(held, weights)
        print(f"{folder.name}: {right:.3f} of {len(held)}, the right one among them in {_present(held):.3f}")
    return weights


def _present(cases: list[RankingCase]) -> float:
    """Return the share of cases with a right choice."""
    return sum(bool(case.right) for case in cases) / len(cases)
