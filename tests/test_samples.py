"""The samples are what their script makes of their data."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT, SAMPLES


@pytest.mark.slow
def test_typesetting_the_samples_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "samples" / "typeset.py"), "--out", str(tmp_path)], check=True)
    made = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert {p.name for p in SAMPLES.iterdir()} == set(made)
    assert [name for name, content in made.items() if (SAMPLES / name).read_bytes() != content] == []


def test_every_sample_is_in_the_samples_readme() -> None:
    text = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in SAMPLES.iterdir() if p.name not in text] == []
