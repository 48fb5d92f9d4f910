"""The shipped samples give their golden readings; you see a change and accept it by hand."""

import os
from pathlib import Path

import pytest

from invoicy import read
from tests.requirements import ROOT, SAMPLES

GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda p: p.name)
def test_the_sample_gives_its_golden_reading(sample: Path) -> None:
    """INVOICY_GOLDEN=write pytest tests/test_golden.py writes them again; read the difference before you commit."""
    text = read(sample).to_json(indent=1) + "\n"
    golden = GOLDEN / f"{sample.name}.json"
    if os.environ.get("INVOICY_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_no_golden_reading_is_left_over() -> None:
    assert {p.name for p in GOLDEN.iterdir()} == {f"{p.name}.json" for p in SAMPLES.iterdir()}
