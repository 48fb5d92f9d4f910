"""The last line of a run names the tests that it left out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT


@pytest.mark.slow
def test_the_last_lines_name_what_was_left_out_and_the_cure(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/test_samples.py", "--cov", "--cov-fail-under=0"]
    environment = os.environ | {
        "COVERAGE_FILE": str(tmp_path / "coverage")
    }  # beside that of the run that this is part of
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    lines = ended.stdout.splitlines()
    assert lines[-1] == "left out: 1 test; to run them: `make test_all`"
    assert lines.index(next(line for line in lines if line.startswith("TOTAL"))) < len(lines) - 1
