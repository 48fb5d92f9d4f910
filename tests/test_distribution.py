"""The library installs alone from its built wheel, and does its job there."""

import json
import os
import re
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from invoicy import Status
from tests.requirements import ROOT, SAMPLES

UV = os.environ.get("UV", "uv")  # uv names its own path to the programs that it runs


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(UV, "build", "--wheel", "--out-dir", str(out), str(ROOT / "shared"))
    (path,) = out.glob("*.whl")
    return path


def metadata_of(wheel: Path) -> Message:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
    return message_from_bytes(archive.read(name))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_code_and_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "invoicy/data/terms.tsv" in names
    assert "invoicy/py.typed" in names
    assert "invoicy/web/html/templates/front.html" in names
    assert [n for n in names if not n.startswith("invoicy/") and ".dist-info/" not in n] == []


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (licence,) = (name for name in archive.namelist() if name.endswith("LICENSE"))
    assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert (metadata_of(wheel)["License-Expression"], metadata_of(wheel)["License-File"]) == ("Apache-2.0", "LICENSE")


def test_the_metadata_describes_the_package_and_its_python(wheel: Path) -> None:
    metadata = metadata_of(wheel)
    assert metadata["Requires-Python"] == ">=3.11"
    assert "Programming Language :: Python :: 3.11" in metadata.get_all("Classifier", [])
    assert "EN 16931" in metadata["Keywords"]
    assert metadata["Author"]


def test_the_page_of_the_wheel_has_no_relative_links(wheel: Path) -> None:
    page = metadata_of(wheel).get_payload()
    assert isinstance(page, str)
    assert re.findall(r"\]\((?!https://)", page) == [], "a link that leads out of the wheel"
    assert all(status in page for status in Status)
    assert [line for line in page.splitlines() if re.search(r"pip install '?invoicy", line)] == [], "not published yet"
    assert "import invoicy" in page


def test_the_wheel_alone_reads_an_invoice(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    _run(UV, "venv", "-q", "--python", sys.executable, str(venv))
    _run(UV, "pip", "install", "-q", "--python", str(venv / "bin" / "python"), str(wheel))
    printed = _run(str(venv / "bin" / "invoicy"), "read", str(SAMPLES / "hybrid-facturx-en16931.pdf"))
    assert json.loads(printed)["status"] == "accepted"
    assert "✗" not in _run(str(venv / "bin" / "invoicy"), "doctor")
