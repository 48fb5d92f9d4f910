"""A Python or uv counts when it runs and is new enough, wherever its name comes from."""

import subprocess
from pathlib import Path

import pytest

from tests.requirements import ROOT


def ask(question: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run shell code after the functions of finding.sh, on a PATH with one more folder."""
    program = f". infra/start/finding.sh; {question}"
    environment = {"PATH": f"{path}:/usr/bin:/bin", "HOME": str(path)}
    return subprocess.run(
        ["sh", "-euc", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def script(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("version", "is_enough"),
    [("0.6.17", True), ("0.6.16", False), ("0.10.0", True), ("1.0", True), ("0.4.30", False), ("0.6", False)],
)
def test_versions_are_compared_number_by_number(tmp_path: Path, version: str, is_enough: bool) -> None:
    assert (ask(f"is_least {version} 0.6.17", tmp_path).returncode == 0) is is_enough


def test_the_least_version_of_uv_is_the_one_that_uv_itself_demands(tmp_path: Path) -> None:
    assert f'required-version = ">={ask("least_uv", tmp_path).stdout.strip()}"' in (ROOT / "pyproject.toml").read_text()


def test_a_uv_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    script(tmp_path, "uv", "echo uv 0.4.30")
    assert str(tmp_path) not in ask("find_uv", tmp_path).stdout


def test_a_uv_that_runs_is_found(tmp_path: Path) -> None:
    uv = script(tmp_path, "uv", "echo 'uv 0.13.9 (x86_64-unknown-linux-gnu)'")
    assert ask("find_uv", tmp_path).stdout == f"{uv}\n"


def test_a_python_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    script(tmp_path, "python3.13", "exit 127")
    script(tmp_path, "python3.12", "[ $# = 2 ] && echo /a/python")
    assert ask("find_python", tmp_path).stdout == "/a/python\n"


def test_a_test_that_the_first_python_fails_goes_to_the_next(tmp_path: Path) -> None:
    script(tmp_path, "python3.13", "echo /first")
    script(tmp_path, "python3.12", "echo /second")
    question = 'is_second() { [ "${1##*/}" = python3.12 ]; }; find_python is_second'
    assert ask(question, tmp_path).stdout == "/second\n"
