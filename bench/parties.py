"""Who sells and who buys: fits the weights of the evidence, and judges them on families of layouts left out.

usage: uv run python -m bench.parties [--more DIR ...] [--judge DIR ...] [--fit]

Reads the corpus at INVOICY_CORPUS. --more: folders of pdf/ and truth/ to learn from, as bench/synthetic and
bench/gallery write them; --judge: folders to judge by, never learnt from. --fit: write the weights anew.
"""

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from bench.pages import documents
from bench.scores import Scores, load_scores
from invoicy.pages.candidates import scene_of
from invoicy.pages.invoices import invoices_in
from invoicy.pages.parties import people_of
from invoicy.pages.party_weights import NOBODY, Features, Weights, features_of
from invoicy.pages.words import pages_of_pdf

Doc = dict[str, Any]
Vector = np.ndarray[Any, np.dtype[np.float64]]
_BELIEFS = Path(__file__).parent / "party_beliefs.toml"
_WEIGHTS = Path(__file__).parents[1] / "shared" / "invoicy" / "data" / "parties.json"
_ROLES = ("seller", "buyer")
_FOLDS = 8
_STEPS = 400
_DECAY = 0.1
_RATE = 0.05


class Case(Struct, frozen=True):
    """The candidates of one document for one role, and which are right; the last candidate is nobody."""

    family: str
    stem: str
    names: list[str]
    features: list[Features]
    right: list[int]


def cases_of(pairs: list[tuple[Path, Doc]], role: str, scores: Scores) -> list[Case]:
    """Cases with a right candidate among them; the others teach nothing of choosing."""
    return [case for path, truth in pairs if (case := _case(path, truth, role, scores)) is not None]


def _case(path: Path, truth: Doc, role: str, scores: Scores) -> Case | None:
    pages = tuple(page for page in pages_of_pdf(path.read_bytes()) if not page.needs_ocr)
    if not pages or truth.get("document_type") == "other":
        return None
    field = f"{role}_name"
    everyone = list(people_of(scene_of(next(iter(invoices_in(pages))))).by_name.values())
    names = [person.name for person in everyone]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    return Case(truth["_meta"]["family"], path.stem, names, [*features_of(everyone), NOBODY], right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


class _Matrix:
    """Cases as one matrix: a row a candidate, a column a kind of evidence."""

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


def fit(cases: list[Case], beliefs: dict[str, float]) -> dict[str, float]:
    """Weights that make the right candidates likeliest, kept near the beliefs; Adam, a fixed number of steps."""
    cases = [case for case in cases if case.right]
    kinds = sorted({*beliefs, *(kind for case in cases for features in case.features for kind in features)})
    matrix = _Matrix(cases, kinds)
    believed = np.array([beliefs.get(kind, 0.0) for kind in kinds])
    weights, first, second = believed.copy(), np.zeros(len(kinds)), np.zeros(len(kinds))
    spread = matrix.weight[matrix.of_case] / matrix.weight.sum()
    for step in range(1, _STEPS + 1):
        pull = (matrix.chances(weights) - matrix.chances(weights, matrix.right)) * spread
        slope = matrix.values.T @ pull + _DECAY / len(cases) ** 0.5 * (weights - believed)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {kind: round(float(weight), 3) for kind, weight in zip(kinds, weights, strict=True) if abs(weight) > 0.005}


def judge(cases: list[Case], weights: dict[str, float], *, show: bool = False) -> float:
    """Share of cases in which the likeliest candidate is right."""
    hits = 0
    for case in cases:
        sums = [sum(weights.get(kind, 0.0) * value for kind, value in one.items()) for one in case.features]
        best = max(range(len(sums)), key=lambda index: sums[index])
        hits += best in case.right
        if show and best not in case.right:
            names = [*case.names, "(nobody)"]
            print(f"   {case.stem[:44]:44} {names[best]!r} for {[names[index] for index in case.right]}")
    return hits / len(cases) if cases else 0.0


def left_out(cases: list[Case], beliefs: dict[str, float]) -> float:
    """The same, each family judged by weights that never saw it."""
    families = sorted({case.family for case in cases})
    hits = 0.0
    for fold in range(_FOLDS):
        out = set(families[fold::_FOLDS])
        weights = fit([case for case in cases if case.family not in out], beliefs)
        held = [case for case in cases if case.family in out]
        hits += judge(held, weights, show=True) * len(held)
    return hits / len(cases)


def _folder(folder: Path) -> list[tuple[Path, Doc]]:
    paths = sorted((folder / "pdf").glob("*.pdf"))
    return [(path, json.loads((folder / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))) for path in paths]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--judge", type=Path, nargs="*", default=[])
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    scores = load_scores()
    learnt = [pair for pairs in documents(None).values() for pair in pairs]
    learnt += [pair for folder in args.more for pair in _folder(folder)]
    beliefs: Weights = tomllib.loads(_BELIEFS.read_text(encoding="utf-8"))
    found: Weights = {}
    for role in _ROLES:
        cases = cases_of(learnt, role, scores)
        there = sum(bool(case.right) for case in cases) / len(cases)
        print(f"\n== {role}: {len(cases)} documents, the right name among the candidates in {there:.3f}")
        found[role] = fit(cases, beliefs[role])
        print(
            f"learnt from, families left out {left_out(cases, beliefs[role]):.3f}, all {judge(cases, found[role]):.3f}"
        )
        for folder in args.judge:
            held = cases_of(_folder(folder), role, scores)
            there = sum(bool(case.right) for case in held) / len(held)
            print(f"{folder.name}: {judge(held, found[role]):.3f} of {len(held)}, the right name among them in {there:.3f}")
    if args.fit:
        _WEIGHTS.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
