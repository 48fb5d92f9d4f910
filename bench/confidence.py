"""Fit the curves from score to confidence, and print what acceptance costs on unseen layouts.

usage: python -m bench.confidence [--more DIR ...] [--judge DIR ...] [--fit]

Reads the corpus at INVOICY_CORPUS. --more: folders of pdf/ and truth/ to learn from; --judge: folders to judge by,
never learnt from. --fit: write the curves anew. Every family of layouts counts alike. What is chosen by fitted weights
(bench/ranking.py) is judged here by weights that never saw its family, as on an invoice of a stranger.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bench import dates, parties, references
from bench.labelled import FIELDS, Pair, first_scene, learnt_from, of_folder
from bench.ranking import DATA, Ranking, fit, left_out
from bench.scores import Scores, load_scores
from invoicy.pages.findings.terms import REQUIRED
from invoicy.pages.header import header_of
from invoicy.pages.reader import terms_of
from invoicy.pages.scoring.chances import chances
from invoicy.pages.scoring.confidence import Curves, confidence_in

RANKINGS = (parties.RANKING, references.RANKING, dates.RANKING)
_CHANCES = frozenset(pointer for ranking in RANKINGS for pointer in ranking.wanted.values())
_UNSEEN = [(0.0, 0.1), (0.4, 0.5), (0.7, 0.8), (0.95, 0.95), (1.001, 0.97)]
_SUREST = 0.98
_PRIOR_FAMILIES = 2.0
_MOST = 0.99  # a code on the page that says the same is surer
_POINTS = 8
_LEAST_VALUES = 40
_BINS = 10
_LEAST = (0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97)


class Seen(Struct, frozen=True):
    """A value that was found: its score, whether it is right, how much it counts."""

    family: str
    stem: str
    pointer: str
    score: float
    right: bool
    weight: float = 1.0


# ------------------------------------------------------------------ what was found
def observations(pairs: list[Pair], scores: Scores, taught: list[Pair]) -> list[Seen]:
    """Values with a truth. taught: what the weights learn from; pairs among them are judged with their family out."""
    seen = [one for one in _found(pairs, scores) if one.pointer not in _CHANCES]
    stems = {path.stem for path, _ in pairs}
    for ranking in RANKINGS:
        for wanted, pointer in ranking.wanted.items():
            chosen = _chosen(ranking, wanted, taught, pairs, scores)
            seen += [_of_case(pointer, *one) for one in chosen if one[0] in stems]
    return _weighed(seen)


def _found(pairs: Iterable[Pair], scores: Scores) -> Iterator[Seen]:
    for path, truth in pairs:
        scene = first_scene(path)
        for pointer, found in terms_of(header_of(scene)) if scene else ():
            field = FIELDS.get(pointer)
            count = scores.field(field, truth, {field: str(found.value)}) if found and field else None
            if found and count is not None and count.tp + count.fp:
                yield Seen(truth["_meta"]["family"], path.stem, pointer, found.score, bool(count.tp))


Chosen = tuple[str, str, float, bool]  # stem, family, chance, right


def _chosen(ranking: Ranking, wanted: str, taught: list[Pair], pairs: list[Pair], scores: Scores) -> Iterator[Chosen]:
    """The likeliest of each document; of those that taught, by weights of the others."""
    beliefs, cases = ranking.beliefs()[wanted], ranking.cases(taught, wanted, scores)
    judged = left_out(cases, beliefs, ranking.decay)
    known = {path.stem for path, _ in taught}
    strange = [pair for pair in pairs if pair[0].stem not in known]
    weights = fit(cases, beliefs, ranking.decay) if strange else {}
    judged += [(case, weights) for case in ranking.cases(strange, wanted, scores)]
    for case, own in judged:
        found = chances(case.features[:-1], own)
        best = max(range(len(found)), key=lambda index: found[index])
        if best < len(case.names):
            yield case.stem, case.family, found[best], best in case.right


def _of_case(pointer: str, stem: str, family: str, chance: float, right: bool) -> Seen:
    return Seen(family, stem, pointer, chance, right)


def _weighed(seen: list[Seen]) -> list[Seen]:
    """Every family counts as one."""
    sizes = Counter((one.family, one.pointer) for one in seen)
    return [
        Seen(one.family, one.stem, one.pointer, one.score, one.right, 1 / sizes[one.family, one.pointer])
        for one in seen
    ]


# ------------------------------------------------------------------ curves
def curves_of(seen: list[Seen]) -> Curves:
    """A rising curve of a few points for each term with enough values, and one for the rest."""
    by_pointer: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_pointer[one.pointer].append(one)
        if one.pointer not in _CHANCES:
            by_pointer["default"].append(one)
    return {name: _curve(values, name) for name, values in by_pointer.items() if len(values) >= _LEAST_VALUES}


def _curve(values: list[Seen], pointer: str) -> list[tuple[float, float]]:
    """Shares of right values in groups of like scores, drawn to the prior, made to rise."""
    points: list[list[float]] = []
    for group in _groups(sorted(values, key=lambda one: one.score)):
        weight = sum(one.weight for one in group)
        middle = sum(one.score * one.weight for one in group) / weight
        right = sum(one.weight for one in group if one.right)
        points.append([middle, right + _PRIOR_FAMILIES * _prior(middle, pointer), weight + _PRIOR_FAMILIES])
        while len(points) > 1 and points[-2][1] / points[-2][2] > points[-1][1] / points[-1][2]:
            score, hits, count = points.pop()
            before = points[-1]
            before[0] = (before[0] * before[2] + score * count) / (before[2] + count)
            before[1], before[2] = before[1] + hits, before[2] + count
    curve = [(round(score, 3), round(min(hits / count, _MOST), 3)) for score, hits, count in points]
    lowest = 0.0 if pointer in _CHANCES else round(curve[0][1] / 2, 3)
    return [(0.0, lowest), *curve, (1.001, curve[-1][1])]


def _groups(values: list[Seen]) -> Iterator[list[Seen]]:
    """Neighbours of about the same weight together."""
    share = sum(one.weight for one in values) / _POINTS
    group: list[Seen] = []
    for one in values:
        group.append(one)
        if sum(each.weight for each in group) >= share:
            yield group
            group = []
    if group:
        yield group


def _prior(score: float, pointer: str) -> float:
    """The confidence of a score before any document is seen."""
    if pointer in _CHANCES:
        return min(score, _SUREST)
    return confidence_in({"default": _UNSEEN}, "default", score)


# ------------------------------------------------------------------ figures
def judged_apart(seen: list[Seen]) -> list[tuple[Seen, float]]:
    """Each value with the confidence by curves that never saw its family."""
    found = []
    for family in sorted({one.family for one in seen}):
        curves = curves_of([one for one in seen if one.family != family])
        found += [(one, confidence_in(curves, one.pointer, one.score)) for one in seen if one.family == family]
    return found


def calibration(name: str, judged: list[tuple[Seen, float]]) -> None:
    """Expected calibration error and coverage at 99 % precision; every family counts alike."""
    bins: dict[int, list[tuple[Seen, float]]] = defaultdict(list)
    for one, confidence in judged:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((one, confidence))
    whole = sum(one.weight for one, _ in judged)
    error = sum(abs(sum((confidence - one.right) * one.weight for one, confidence in group)) for group in bins.values())
    right = sum(one.weight for one, _ in judged if one.right) / whole
    print(f"\n== {name}: {len(judged)} values, {right:.3f} right; expected calibration error {error / whole:.3f}")
    print(f"coverage at 99 % precision {_coverage(judged) / whole:.3f}")


def _coverage(judged: list[tuple[Seen, float]]) -> float:
    hits = weight = covered = 0.0
    for one, _ in sorted(judged, key=lambda pair: -pair[1]):
        weight += one.weight
        hits += one.weight * one.right
        covered = weight if hits >= 0.99 * weight else covered
    return covered


def acceptance(name: str, judged: list[tuple[Seen, float]]) -> None:
    """The share accepted, and the share of it with a wrong required term, by the least confidence."""
    documents: dict[str, dict[str, tuple[Seen, float]]] = defaultdict(dict)
    for one, confidence in judged:
        documents[one.stem][one.pointer] = (one, confidence)
    print(f"{name}: least confidence, of {len(documents)} documents accepted, wrong by each; by their product")
    for least in _LEAST:
        each = [found for found in documents.values() if _least(found) >= least]
        together = [found for found in documents.values() if _product(found) >= least]
        counts = f"{len(each):6} {_wrong(each):4} {len(together):10} {_wrong(together):4}"
        print(f"   {least:.2f} {counts}   {dict(_wrong_terms(each))}")


def _wrong_terms(documents: list[dict[str, tuple[Seen, float]]]) -> dict[str, int]:
    return Counter(pointer for found in documents for pointer in REQUIRED if not found[pointer][0].right)


def _confidences(found: dict[str, tuple[Seen, float]]) -> list[float]:
    return [found[pointer][1] if pointer in found else 0.0 for pointer in REQUIRED]


def _least(found: dict[str, tuple[Seen, float]]) -> float:
    return min(_confidences(found))


def _product(found: dict[str, tuple[Seen, float]]) -> float:
    return math.prod(_confidences(found))


def _wrong(documents: list[dict[str, tuple[Seen, float]]]) -> int:
    return sum(any(not found[pointer][0].right for pointer in REQUIRED) for found in documents)


def what_confidence_is_worth(more: list[Path], judged_by: list[Path]) -> Curves:
    """Prints calibration and acceptance, families left out and on folders nothing was fitted on; the curves."""
    scores, taught = load_scores(), learnt_from(more)
    seen = observations(taught, scores, taught)
    curves, judged = curves_of(seen), judged_apart(seen)
    calibration("learnt from, families left out", judged)
    acceptance("learnt from, families left out", judged)
    for folder in judged_by:
        strange = observations(of_folder(folder), scores, taught)
        sure = [(one, confidence_in(curves, one.pointer, one.score)) for one in strange]
        calibration(folder.name, sure)
        acceptance(folder.name, sure)
    return curves


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--judge", type=Path, nargs="*", default=[])
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    curves = what_confidence_is_worth(args.more, args.judge)
    if args.fit:
        (DATA / "confidence.json").write_text(json.dumps(curves, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
