"""The small commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.cli.doctor import Check, examine
from tests.requirements import ROOT

INVOICY = str(Path(sys.executable).with_name("invoicy"))


def test_the_schema_is_the_published_one() -> None:
    assert CliRunner().invoke(invoicy, ["schema"]).stdout == (ROOT / "docs" / "reading.schema.json").read_text()


def test_the_doctor_finds_this_machine_well() -> None:
    result = CliRunner().invoke(invoicy, ["doctor"])
    assert result.exit_code == 0
    assert "✗" not in result.stdout


def test_the_doctor_says_how_to_have_codes_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("invoicy.pages.qr.codes.is_installed", lambda: False)
    result = CliRunner().invoke(invoicy, ["doctor"])
    assert result.exit_code == 0
    assert "pip install 'invoicy[qr]'" in result.output


def test_the_doctor_names_the_cure(capsys: pytest.CaptureFixture[str]) -> None:
    def probe() -> str:
        raise ImportError("libpdfium.so is not there")

    assert not examine((Check("PDF", probe, "Reinstall it."),))
    assert "libpdfium.so is not there\n  Reinstall it." in capsys.readouterr().out


def test_wrong_usage_is_a_sentence() -> None:
    done = subprocess.run([INVOICY, "raed"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No such command 'raed'" in done.stderr
