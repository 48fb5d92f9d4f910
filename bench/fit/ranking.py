"""Fit the weights of evidence by which candidates are chosen, and judge them on families of layouts left out.

The model is a softmax over the candidates of each document. Weights stay near beliefs that are written down beforehand
(*_beliefs.toml). The modules parties, references and dates provide the candidates.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from bench.corpus import ROOT
from bench.labelled import Doc, Pair
from bench.scores import Scores
from invoicy.pages.scoring.chances import NO_CANDIDATE, Features, Weights

Vector = np.ndarray[Any, np.dtype[np.float64]]
DATA = ROOT / "shared" / "invoicy" / "data"
_FOLDS = 8  # groups of families, each left out once; more groups take longer
_STEPS = 400  # steps of Adam; set by hand
_RATE = 0.05  # most that a weight changes in a step of Adam, about; set by hand
_MAX_EXPONENT = 30  # of e; larger sums of weights are certain, and powers of them could overflow


class RankingCase(Struct, frozen=True):
    """The candidates of one document. right: indexes of the right ones; their count if no candidate is right."""

    family: str
    stem: str
    names: list[str]
    evidence: list[Features]
    right: list[int]

    @property
    def choices(self) -> list[Features]:
        """The features of the candidates, and last those of the choice of no candidate."""
        return [*self.evidence, {NO_CANDIDATE: 1.0}]


CaseOf = Callable[[Path, Doc, str, Scores], RankingCase | None]
"""Return the candidates of a document for a term; None where the document has none."""


class Ranking(Struct, frozen=True):
    """The terms that one data file has weights for.

    name: of the files of weights and beliefs. kinds: of evidence; each gets a weight. terms: with their JSON Pointers.
    decay: how strongly fit pulls weights to the beliefs.
    """

    name: str
    kinds: frozenset[str]
    terms: dict[str, str]
    case_of: CaseOf
    decay: float

    def beliefs(self, term: str) -> dict[str, float]:
        """Return the weight of each kind before any document is seen, 0 where bench/fit/NAME_beliefs.toml has none."""
        text = (Path(__file__).parent / f"{self.name}_beliefs.toml").read_text(encoding="utf-8")
        beliefs: Weights = tomllib.loads(text)
        return dict.fromkeys(sorted(self.kinds), 0.0) | beliefs[term]

    def cases(self, pairs: list[Pair], term: str, scores: Scores) -> list[RankingCase]:
        """Return the cases of labelled documents."""
        return [case for path, truth in pairs if (case := self.case_of(path, truth, term, scores)) is not None]


class _Matrix:
    """Cases as one matrix: a row for each choice, a column for each kind of evidence."""

    def __init__(self, cases: list[RankingCase], kinds: list[str]) -> None:
        column = {kind: index for index, kind in enumerate(kinds)}
        rows = [(number, index) for number, case in enumerate(cases) for index in range(len(case.choices))]
        self.of_case = np.array([number for number, _ in rows])
        self.values = np.zeros((len(rows), len(kinds)))
        self.right = np.array([index in cases[number].right for number, index in rows], dtype=float)
        for row, (number, index) in enumerate(rows):
            for kind, value in cases[number].choices[index].items():
                self.values[row, column[kind]] = value
        sizes = {family: sum(case.family == family for case in cases) for family in {case.family for case in cases}}
        self.weight = np.array([1 / sizes[case.family] ** 0.5 for case in cases])

    def chances(self, weights: Vector, wanted: Vector | None = None) -> Vector:
        """Return the share of each choice within its case. wanted: 1 for choices to share among, 0 for others."""
        powers = np.exp(np.clip(self.values @ weights, -_MAX_EXPONENT, _MAX_EXPONENT)) * (
            1.0 if wanted is None else wanted
        )
        totals = np.bincount(self.of_case, weights=powers)
        shares: Vector = powers / np.maximum(totals[self.of_case], 1e-300)
        return shares


def fit(cases: list[RankingCase], beliefs: dict[str, float], decay: float) -> dict[str, float]:
    """Return weights that make the right choices likeliest, one for each kind in beliefs.

    Takes a fixed number of steps of Adam. decay: how strongly weights are pulled to the beliefs. Raises KeyError for
    evidence of a kind that is not in beliefs.
    """
    cases = [case for case in cases if case.right]
    kinds = sorted(beliefs)
    matrix = _Matrix(cases, kinds)
    believed = np.array([beliefs[kind] for kind in kinds])
    weights, first, second = believed.copy(), np.zeros(len(kinds)), np.zeros(len(kinds))
    spread = matrix.weight[matrix.of_case] / matrix.weight.sum()
    for step in range(1, _STEPS + 1):
        pull = (matrix.chances(weights) - matrix.chances(weights, matrix.right)) * spread
        slope = matrix.values.T @ pull + decay / len(cases) ** 0.5 * (weights - believed)
        # 0.9, 0.999 and 1e-8 are the defaults of Adam (Kingma and Ba, 2015).
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {kind: round(float(weight), 3) + 0.0 for kind, weight in zip(kinds, weights, strict=True)}


def judge(cases: list[RankingCase], weights: dict[str, float], *, show: bool = False) -> float:
    """Return the share of cases in which the likeliest choice is right. show: print the others."""
    hits = 0
    for case in cases:
        sums = [sum(weights[kind] * strength for kind, strength in each.items()) for each in case.choices]
        best = max(range(len(sums)), key=lambda index: sums[index])
        hits += best in case.right
        if show and best not in case.right:
            names = [*case.names, "(none)"]
            print(f"   {case.stem[:44]:44} {names[best]!r} for {[names[index] for index in case.right]}")
    return hits / len(cases) if cases else 0.0


def left_out(
    cases: list[RankingCase], beliefs: dict[str, float], decay: float
) -> list[tuple[RankingCase, dict[str, float]]]:
    """Return each case with weights fitted to the cases of other families."""
    families = sorted({case.family for case in cases})
    judged = []
    for fold in range(_FOLDS):
        out = set(families[fold::_FOLDS])
        weights = fit([case for case in cases if case.family not in out], beliefs, decay)
        judged += [(case, weights) for case in cases if case.family in out]
    return judged
