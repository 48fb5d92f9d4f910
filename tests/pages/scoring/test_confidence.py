"""Confidence from the score of a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.scoring.confidence import confidence_in, confidence_of

CURVES = {"/number": [(0.0, 0.0), (0.5, 0.8), (1.0, 0.9)], "default": [(0.0, 0.4), (1.0, 0.6)]}


@pytest.mark.parametrize(("score", "confidence"), [(0.0, 0.0), (0.25, 0.4), (0.5, 0.8), (0.75, 0.85), (2.0, 0.9)])
def test_confidence_is_on_the_line_between_two_points(score: float, confidence: float) -> None:
    assert confidence_in(CURVES, "/number", score) == confidence


def test_a_score_below_the_curve_has_its_lowest_confidence() -> None:
    assert confidence_in(CURVES, "default", -1.0) == 0.4


def test_a_term_without_a_curve_of_its_own_has_the_default() -> None:
    assert confidence_in(CURVES, "/note", 0.5) == 0.5


def test_a_step_of_the_curve_takes_the_upper_value() -> None:
    assert confidence_in({"default": [(0.0, 0.2), (0.0, 0.7), (1.0, 0.7)]}, "default", 0.0) == 0.7


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_fitted_curves_rise_with_the_score(score: float, other: float) -> None:
    low, high = sorted((score, other))
    assert confidence_of("/seller/name", low) <= confidence_of("/seller/name", high) <= 0.99
