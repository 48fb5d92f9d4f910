"""invoicy doctor: checked parts, and advice."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.cli.commands.doctor import CHECKS, Check, examine
from invoicy.cli.installation.advice import EXTRAS, how_to_get, how_to_repair


def diagnosis(name: str, folder: Path, **environment: str) -> tuple[int, str]:
    """Exit code of the doctor, and its lines about one part."""
    result = CliRunner(env={"INVOICY_STORE": str(folder / "store"), **environment}).invoke(invoicy, ["doctor"])
    lines = result.stdout.splitlines()
    start = next(index for index, line in enumerate(lines) if line[2:].startswith(name))
    return result.exit_code, "\n".join(lines[start : start + 2])


def test_it_finds_this_machine_well(tmp_path: Path) -> None:
    result = CliRunner(env={"INVOICY_STORE": str(tmp_path)}).invoke(invoicy, ["doctor"])
    assert result.exit_code == 0
    assert [line[0] for line in result.stdout.splitlines()] == ["✓"] * len(CHECKS)


def test_it_counts_the_terms_of_the_standard_apart_from_the_extensions(tmp_path: Path) -> None:
    assert "EN 16931: 164 terms; extensions: " in diagnosis("Business terms", tmp_path)[1]


def test_it_looks_at_every_extra() -> None:
    assert {check.extra for check in CHECKS if check.extra} == set(EXTRAS)


def test_a_missing_extra_is_not_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    def probe() -> str:
        raise AssertionError("it is not there")

    assert examine((Check("HTTP", probe, extra="web", module="no_such_module"),))
    assert capsys.readouterr().out == f"- HTTP            not installed. {how_to_get('web')}\n"


def test_a_broken_part_is_named_with_its_cure(capsys: pytest.CaptureFixture[str]) -> None:
    def probe() -> str:
        raise ImportError("libpdfium.so is not there\x1b[2J")

    assert not examine((Check("PDF", probe), Check("Store", probe, "Choose another.")))
    assert capsys.readouterr().out == (
        f"✗ PDF             ImportError: libpdfium.so is not there\\x1b[2J\n  {how_to_repair()}\n"
        "✗ Store           ImportError: libpdfium.so is not there\\x1b[2J\n  Choose another.\n"
    )


def test_every_wrong_setting_is_named_and_no_value_is_shown(tmp_path: Path) -> None:
    code, lines = diagnosis("Settings", tmp_path, INVOICY_PROFILE="nonsense", INVOICY_API_KEYS="secret")
    assert code == 1
    assert "INVOICY_PROFILE must be auto, " in lines
    assert "INVOICY_API_KEYS must look like acme=KEY1,globex=KEY2." in lines
    assert "secret" not in lines


def test_settings_are_listed_by_their_names_alone(tmp_path: Path) -> None:
    code, lines = diagnosis("Settings", tmp_path, INVOICY_API_KEYS="acme=secret")
    assert code == 0
    assert "INVOICY_API_KEYS, INVOICY_STORE" in lines
    assert "secret" not in lines


def test_a_store_that_does_not_exist_is_not_created(tmp_path: Path) -> None:
    code, lines = diagnosis("Store", tmp_path)
    assert code == 0
    assert f"{tmp_path / 'store'} does not exist yet and will be created" in lines
    assert list(tmp_path.iterdir()) == []


def test_an_invalid_setting_is_not_a_fault_of_the_store(tmp_path: Path) -> None:
    code, lines = diagnosis("Store", tmp_path, INVOICY_PROFILE="zugferd")
    assert code == 1
    assert f"✓ Store           {tmp_path / 'store'} does not exist yet and will be created" in lines


def test_a_store_that_cannot_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for store in (tmp_path / "file", tmp_path / "file" / "store", Path("/proc/1/store")):
        code, lines = diagnosis("Store", tmp_path, INVOICY_STORE=str(store))
        assert code == 1
        assert "Set INVOICY_STORE to a folder that is writable." in lines


def test_doctor_works_without_extras(tmp_path: Path) -> None:
    """In a process that finds none of their modules."""
    program = (
        "import sys; sys.modules |= dict.fromkeys(('zxingcpp', 'PIL', 'fastapi'))\nfrom invoicy.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "doctor"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.count("not installed")) == (0, 3), done.stdout
