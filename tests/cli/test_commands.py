"""The small commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.cli.doctor import Check, examine
from tests.requirements import ROOT, SAMPLES

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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    result = CliRunner().invoke(invoicy, ["completion", shell])
    assert "_INVOICY_COMPLETE" in result.stdout


def test_commands_complete() -> None:
    environment = {"_INVOICY_COMPLETE": "bash_complete", "COMP_WORDS": "invoicy re", "COMP_CWORD": "1", "PATH": ""}
    done = subprocess.run([INVOICY], env=environment, capture_output=True, text=True, check=False)
    assert "read" in done.stdout


def test_output_into_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    command = f"{INVOICY} read {SAMPLES} | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_a_sentence() -> None:
    done = subprocess.run([INVOICY, "raed"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No such command 'raed'" in done.stderr
