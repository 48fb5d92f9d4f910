"""Curves from scores to confidence."""

from itertools import pairwise

from bench.fit.curves import curves_of, judged_apart
from bench.fit.observations import Observation

from invoicy.pages.scoring.confidence import confidence_in

POINTER = "/totals/vat"


def observed(family: str, *, right_above: float, count: int = 50) -> list[Observation]:
    """Return values of a family that are right where their score is above a limit."""
    scores = [index / count for index in range(count)]
    return [
        Observation(family, f"{family}-{score}", POINTER, score, score > right_above, 1 / count) for score in scores
    ]


def test_confidence_rises_with_the_score() -> None:
    curve = curves_of([*observed("a", right_above=0.5), *observed("b", right_above=0.4)])[POINTER]
    assert all(low <= high for (_, low), (_, high) in pairwise(curve))
    assert confidence_in({"default": curve}, "default", 0.9) > confidence_in({"default": curve}, "default", 0.1)


def test_a_curve_covers_all_scores() -> None:
    curve = curves_of(observed("a", right_above=0.5))[POINTER]
    assert (curve[0][0], curve[-1][0]) == (0.0, 1.001)


def test_a_term_with_few_values_has_no_curve() -> None:
    assert curves_of(observed("a", right_above=0.5, count=10)) == {}


def test_no_confidence_is_certainty() -> None:
    curve = curves_of([*observed("a", right_above=-1.0), *observed("b", right_above=-1.0)])[POINTER]
    assert max(confidence for _, confidence in curve) < 1.0


def test_a_family_is_judged_by_curves_of_the_others() -> None:
    sound, wrong = observed("sound", right_above=-1.0), observed("wrong", right_above=2.0)
    confidence = dict.fromkeys(("sound", "wrong"), 0.0)
    for observation, rated in judged_apart([*sound, *wrong]):
        confidence[observation.family] = max(confidence[observation.family], rated)
    assert confidence["wrong"] > confidence["sound"]
