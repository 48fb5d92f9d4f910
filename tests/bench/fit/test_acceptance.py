"""Figures about confidence: calibration and acceptance."""

import pytest
from bench.fit.acceptance import print_acceptance, print_calibration
from bench.fit.observations import Observation

from invoicy.pages.findings.terms import REQUIRED


def document(stem: str, *, right: bool) -> list[Observation]:
    """Return a value for each required term."""
    return [Observation("family", stem, pointer, 1.0, right) for pointer in REQUIRED]


def test_calibration_is_the_distance_of_confidence_from_the_share_that_is_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    judged = [(value, 0.75) for value in (*document("a", right=True), *document("b", right=False))]
    print_calibration("set", judged)
    assert "0.500 right; expected calibration error 0.250" in capsys.readouterr().out


def test_a_document_is_accepted_if_every_required_term_is_confident(capsys: pytest.CaptureFixture[str]) -> None:
    judged = [(value, 0.99) for value in document("a", right=True)] + [
        (value, 0.5) for value in document("b", right=False)
    ]
    print_acceptance("set", judged)
    at_least_95 = next(line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("0.95"))
    assert at_least_95.split()[1:3] == ["1", "0"]


def test_wrong_terms_of_accepted_documents_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    print_acceptance("set", [(value, 0.99) for value in document("a", right=False)])
    at_least_80 = next(line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("0.80"))
    assert at_least_80.split()[1:3] == ["1", "1"]
