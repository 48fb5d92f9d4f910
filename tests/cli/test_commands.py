"""The small commands."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from invoicy.cli import invoicy
from tests.requirements import ROOT

INVOICY = str(Path(sys.executable).with_name("invoicy"))


def test_the_schema_is_the_published_schema() -> None:
    assert CliRunner().invoke(invoicy, ["schema"]).stdout == (ROOT / "docs" / "reading.schema.json").read_text()


def test_wrong_usage_is_a_sentence() -> None:
    done = subprocess.run([INVOICY, "raed"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No such command 'raed'" in done.stderr
