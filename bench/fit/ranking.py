"""Fits the weights of evidence by which candidates are chosen, and judges them on families of layouts left out.

A softmax over the candidates of each document, kept near beliefs written down beforehand (*_beliefs.toml). The modules
parties, references and dates give it the candidates.
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
from invoicy.pages.scoring.chances import Features, Weights

Vector = np.ndarray[Any, np.dtype[np.float64]]
DATA = ROOT / "shared" / "invoicy" / "data"
_FOLDS = 8
_STEPS = 400
_RATE = 0.05


class Case(Struct, frozen=True):
    """The candidates of a document, and the indexes of the right ones; the last candidate is `NOBODY`."""

    family: str
    stem: str
    names: list[str]
    features: list[Features]
    right: list[int]


CaseOf = Callable[[Path, Doc, str, Scores], Case | None]
"""The case of a document for what is looked for; None where it has none."""


class Ranking(Struct, frozen=True):
    """name: of the weights and beliefs. wanted: the terms to choose, with their JSON Pointers. decay: see fit."""

    name: str
    wanted: dict[str, str]
    case_of: CaseOf
    decay: float

    def beliefs(self) -> Weights:
        text = (Path(__file__).parent / f"{self.name}_beliefs.toml").read_text(encoding="utf-8")
        beliefs: Weights = tomllib.loads(text)
        return beliefs

    def cases(self, pairs: list[Pair], wanted: str, scores: Scores) -> list[Case]:
        return [case for path, truth in pairs if (case := self.case_of(path, truth, wanted, scores)) is not None]


class _Matrix:
    """Cases as a matrix: a row for each candidate, a column for each kind of evidence."""

    def __init__(self, cases: list[Case], kinds: list[str]) -> None:
        column = {kind: index for index, kind in enumerate(kinds)}
        rows = [(number, index) for number, case in enumerate(cases) for index in range(len(case.features))]
        self.of_case = np.array([number for number, _ in rows])
        self.values = np.zeros((len(rows), len(kinds)))
        self.right = np.array([index in cases[number].right for number, index in rows], dtype=float)
        for row, (number, index) in enumerate(rows):
            for kind, value in cases[number].features[index].items():
                if kind in column:
                    self.values[row, column[kind]] = value
        sizes = {family: sum(case.family == family for case in cases) for family in {case.family for case in cases}}
        self.weight = np.array([1 / sizes[case.family] ** 0.5 for case in cases])

    def chances(self, weights: Vector, wanted: Vector | None = None) -> Vector:
        """Shares of each candidate within its case; wanted: only among these."""
        powers = np.exp(np.clip(self.values @ weights, -30, 30)) * (1.0 if wanted is None else wanted)
        totals = np.bincount(self.of_case, weights=powers)
        shares: Vector = powers / np.maximum(totals[self.of_case], 1e-300)
        return shares


def fit(cases: list[Case], beliefs: dict[str, float], decay: float) -> dict[str, float]:
    """Weights that make the right candidates likeliest; Adam, a fixed number of steps. decay: how near the beliefs."""
    cases = [case for case in cases if case.right]
    kinds = sorted({*beliefs, *(kind for case in cases for features in case.features for kind in features)})
    matrix = _Matrix(cases, kinds)
    believed = np.array([beliefs.get(kind, 0.0) for kind in kinds])
    weights, first, second = believed.copy(), np.zeros(len(kinds)), np.zeros(len(kinds))
    spread = matrix.weight[matrix.of_case] / matrix.weight.sum()
    for step in range(1, _STEPS + 1):
        pull = (matrix.chances(weights) - matrix.chances(weights, matrix.right)) * spread
        slope = matrix.values.T @ pull + decay / len(cases) ** 0.5 * (weights - believed)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {kind: round(float(weight), 3) for kind, weight in zip(kinds, weights, strict=True) if abs(weight) > 0.005}


def judge(cases: list[Case], weights: dict[str, float], *, show: bool = False) -> float:
    """Share of cases in which the likeliest candidate is right."""
    hits = 0
    for case in cases:
        sums = [sum(weights.get(kind, 0.0) * value for kind, value in each.items()) for each in case.features]
        best = max(range(len(sums)), key=lambda index: sums[index])
        hits += best in case.right
        if show and best not in case.right:
            names = [*case.names, "(nobody)"]
            print(f"   {case.stem[:44]:44} {names[best]!r} for {[names[index] for index in case.right]}")
    return hits / len(cases) if cases else 0.0


def left_out(cases: list[Case], beliefs: dict[str, float], decay: float) -> list[tuple[Case, dict[str, float]]]:
    """Each case with weights that never saw its family."""
    families = sorted({case.family for case in cases})
    judged = []
    for fold in range(_FOLDS):
        out = set(families[fold::_FOLDS])
        weights = fit([case for case in cases if case.family not in out], beliefs, decay)
        judged += [(case, weights) for case in cases if case.family in out]
    return judged
