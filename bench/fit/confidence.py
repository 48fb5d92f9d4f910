"""Curves from score to confidence, with figures for layouts that they were not fitted to."""

from collections.abc import Sequence
from pathlib import Path

from bench.fit.acceptance import print_acceptance, print_calibration
from bench.fit.curves import curves_of, judged_apart
from bench.fit.observations import observations
from bench.labelled import learnt_from, of_folder
from bench.scores import load_scores
from invoicy.pages.scoring.confidence import Curves, confidence_in


def fitted_curves(more: Sequence[Path], judged_by: Sequence[Path]) -> Curves:
    """Fit the curves; print calibration and acceptance, with families left out and on the folders."""
    scores, taught = load_scores(), learnt_from(more)
    observed = observations(taught, scores, taught)
    curves, judged = curves_of(observed), judged_apart(observed)
    print_calibration("learnt from, families left out", judged)
    print_acceptance("learnt from, families left out", judged)
    for folder in judged_by:
        unseen = observations(of_folder(folder), scores, taught)
        rated = [(each, confidence_in(curves, each.pointer, each.score)) for each in unseen]
        print_calibration(folder.name, rated)
        print_acceptance(folder.name, rated)
    return curves
