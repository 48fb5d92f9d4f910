"""Figures of confidence: its calibration, and the documents accepted, right or wrong, at each limit of confidence."""

import math
from collections import Counter, defaultdict

from bench.fit.observations import Observation
from invoicy.pages.findings.terms import REQUIRED

_BINS = 10  # of confidence, a tenth each, as usual for the expected calibration error
_PRECISION = 0.99  # of the values that coverage counts
_MIN_CONFIDENCES = (0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97)
Judged = list[tuple[Observation, float]]
"""Values with their confidence."""
_Terms = dict[str, tuple[Observation, float]]
"""The values of one document by JSON Pointer."""


def print_calibration(name: str, judged: Judged) -> None:
    """Print expected calibration error and coverage at 99 % precision; every family counts alike."""
    bins: dict[int, Judged] = defaultdict(list)
    for observation, confidence in judged:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((observation, confidence))
    whole = sum(observation.weight for observation, _ in judged)
    error = sum(
        abs(sum((confidence - each.right) * each.weight for each, confidence in bin_)) for bin_ in bins.values()
    )
    right = sum(observation.weight for observation, _ in judged if observation.right) / whole
    print(f"\n== {name}: {len(judged)} values, {right:.3f} right; expected calibration error {error / whole:.3f}")
    print(f"coverage at 99 % precision {_coverage(judged) / whole:.3f}")


def print_acceptance(name: str, judged: Judged) -> None:
    """Print how many documents are accepted at each limit, and how many of them have a wrong required term."""
    documents: dict[str, _Terms] = defaultdict(dict)
    for observation, confidence in judged:
        documents[observation.stem][observation.pointer] = (observation, confidence)
    print(f"{name}: least confidence, of {len(documents)} documents accepted, wrong by each; by their product")
    for least in _MIN_CONFIDENCES:
        each = [terms for terms in documents.values() if min(_confidences(terms)) >= least]
        together = [terms for terms in documents.values() if math.prod(_confidences(terms)) >= least]
        counts = f"{len(each):6} {_wrong(each):4} {len(together):10} {_wrong(together):4}"
        print(f"   {least:.2f} {counts}   {dict(_wrong_terms(each))}")


def _coverage(judged: Judged) -> float:
    hits = weight = covered = 0.0
    for observation, _ in sorted(judged, key=lambda pair: -pair[1]):
        weight += observation.weight
        hits += observation.weight * observation.right
        covered = weight if hits >= _PRECISION * weight else covered
    return covered


def _wrong_terms(documents: list[_Terms]) -> dict[str, int]:
    return Counter(pointer for terms in documents for pointer in REQUIRED if not terms[pointer][0].right)


def _confidences(terms: _Terms) -> list[float]:
    return [terms[pointer][1] if pointer in terms else 0.0 for pointer in REQUIRED]


def _wrong(documents: list[_Terms]) -> int:
    return sum(any(not terms[pointer][0].right for pointer in REQUIRED) for terms in documents)
