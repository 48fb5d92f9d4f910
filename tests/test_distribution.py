"""The library installs alone from its built wheel, and does its job there."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.requirements import ROOT, SAMPLES

UV = os.environ.get("UV", "uv")  # uv tells what it runs where it stands


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(UV, "build", "--wheel", "--out-dir", str(out), str(ROOT / "shared"))
    (found,) = out.glob("*.whl")
    return found


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_code_and_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "invoicy/data/terms.tsv" in names
    assert "invoicy/py.typed" in names
    assert [n for n in names if not n.startswith("invoicy/") and ".dist-info/" not in n] == []


def test_the_wheel_alone_reads_an_invoice(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    _run(UV, "venv", "-q", "--python", sys.executable, str(venv))
    _run(UV, "pip", "install", "-q", "--python", str(venv / "bin" / "python"), str(wheel))
    printed = _run(str(venv / "bin" / "invoicy"), "read", str(SAMPLES / "hybrid-facturx-en16931.pdf"))
    assert json.loads(printed)["status"] == "accepted"
    assert "✗" not in _run(str(venv / "bin" / "invoicy"), "doctor")
