"""The end of a run: an exit code and a sentence, also after a defect or a failure of the output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from invoicy import Reading
from tests.requirements import SAMPLES

INVOICY = str(Path(sys.executable).with_name("invoicy"))
GOOD = str(SAMPLES / "ubl-invoice.xml")
COMMANDS = [
    ["read", GOOD],
    ["read", "--format", "table", GOOD],
    ["check", GOOD],
    ["rules"],
    ["rules", "BR-01"],
    ["schema"],
    ["doctor"],
    ["completion", "bash"],
    ["--help"],
    ["read", "--help"],
]
_PROGRAM = """
import click
from invoicy.cli.process.ending import run
@click.command()
def broken():
    {}
run(broken)
"""


def in_shell(redirection: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-c", f'set -o pipefail; "$@" {redirection}', "-", INVOICY, *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def ended_by(statement: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _PROGRAM.format(statement)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_output_is_reported_in_one_sentence(arguments: list[str]) -> None:
    ended = in_shell("> /dev/full", *arguments)
    assert ended.returncode == 1
    assert ended.stderr == b"invoicy: The output cannot be written: No space left on device.\n"


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_closed_output_is_reported_in_one_sentence(arguments: list[str]) -> None:
    ended = in_shell(">&-", *arguments)
    assert ended.returncode == 1
    assert ended.stderr == b"invoicy: The output cannot be written: it is closed.\n"


def test_results_in_a_folder_need_no_standard_output(tmp_path: Path) -> None:
    ended = in_shell(">&-", "read", GOOD, "--out", str(tmp_path))
    assert ended.returncode == 0
    assert Reading.from_json((tmp_path / "ubl-invoice.json").read_text()).name == "ubl-invoice.xml"


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full", "<&-"])
def test_results_are_written_though_standard_error_is_closed_or_full(redirection: str) -> None:
    ended = in_shell(redirection, "read", GOOD)
    assert Reading.from_json(ended.stdout).name == "ubl-invoice.xml"
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "arguments", [["rules"], ["schema"], ["read", "--format", "table", str(SAMPLES)]], ids=" ".join
)
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(arguments: list[str]) -> None:
    ended = in_shell("| head -c 1", *arguments)
    assert ended.returncode in {0, 1}  # 1: the table came whole, and some documents were rejected
    assert b"Traceback" not in ended.stderr
    assert b"invoicy:" not in ended.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_output_is_utf_8_on_any_console(encoding: str) -> None:
    lines = in_shell("", "read", str(SAMPLES / "cii-xrechnung.xml"), PYTHONIOENCODING=encoding).stdout
    assert "Gebäudereinigung" in Reading.from_json(lines).to_json()
    table = in_shell("", "read", "--format", "table", GOOD, PYTHONIOENCODING=encoding).stdout.decode()
    assert table.splitlines()[1].startswith("✓ ubl-invoice.xml")


def test_a_name_in_no_encoding_is_shown_with_escapes(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/bl\xe4tter.xml"
    ended = subprocess.run([INVOICY.encode(), b"read", name], capture_output=True, check=False)
    assert rb"bl\xe4tter.xml" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_defect_is_reported_in_one_sentence_with_its_own_exit_code() -> None:
    ended = ended_by("raise KeyError('x')")
    assert ended.returncode == 70
    (line,) = ended.stderr.splitlines()
    assert line.startswith("invoicy: This is a defect in Invoicy (KeyError: 'x'). Please report it. INVOICY_DEBUG=1 ")


def test_the_place_of_a_defect_is_shown_on_request() -> None:
    ended = ended_by("raise KeyError('x')", INVOICY_DEBUG="1")
    assert ended.returncode == 70
    assert "Traceback" in ended.stderr
    assert ended.stderr.endswith("Please report it with the lines above.\n")


@pytest.mark.parametrize(
    ("statement", "code", "sentence"),
    [
        ("open('/nowhere/x')", 1, "invoicy: /nowhere/x: No such file or directory."),
        ("raise KeyboardInterrupt", 130, "invoicy: Stopped."),
        ("raise click.UsageError('not\\x1b[31m so')", 2, r"Error: not\x1b[31m so"),
        ("raise SystemExit(3)", 3, ""),
    ],
)
def test_each_end_has_its_code_and_its_sentence(statement: str, code: int, sentence: str) -> None:
    ended = ended_by(statement)
    assert ended.returncode == code
    assert ended.stderr.strip().endswith(sentence)
    assert "Traceback" not in ended.stderr


def test_the_bare_command_shows_its_help() -> None:
    ended = in_shell("")
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"Usage: invoicy [OPTIONS] COMMAND [ARGS]...\n\n  Turn invoices")
    assert b"Error" not in ended.stderr
