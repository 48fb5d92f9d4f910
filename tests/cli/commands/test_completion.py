"""Completion of commands, options, file names, rule ids and profiles."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import CompletionItem, ShellComplete
from click.testing import CliRunner

from invoicy.cli import invoicy
from invoicy.rules import catalogue

_BIN = str(Path(sys.executable).parent)
_SECONDS = 60


def completions(*arguments: str, incomplete: str = "") -> list[CompletionItem]:
    return ShellComplete(invoicy, {}, "invoicy", "_INVOICY_COMPLETE").get_completions(list(arguments), incomplete)


def values(*arguments: str, incomplete: str = "") -> list[str]:
    return [str(item.value) for item in completions(*arguments, incomplete=incomplete)]


@pytest.mark.parametrize("command", ["read", "check", "show"])
def test_file_names_are_left_to_the_shell(command: str) -> None:
    assert [item.type for item in completions(command, incomplete="inv")] == ["file"]


@pytest.mark.parametrize("arguments", [("watch",), ("read", "--out"), ("watch", "inbox", "--store")])
def test_folders_are_left_to_the_shell(arguments: tuple[str, ...]) -> None:
    assert [item.type for item in completions(*arguments)] == ["dir"]


@pytest.mark.parametrize("incomplete", ["BR-CO-1", "br-co-1"])
def test_rule_ids_are_completed(incomplete: str) -> None:
    expected = [entry.id for entry in catalogue.entries() if entry.id.startswith("BR-CO-1")]
    assert len(expected) > 5
    assert values("rules", incomplete=incomplete) == expected


@pytest.mark.parametrize("command", ["read", "check", "rules"])
def test_profiles_are_completed(command: str) -> None:
    assert values(command, "--profile", incomplete="facturx-b") == ["facturx-basicwl", "facturx-basic"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_is_printed(shell: str) -> None:
    result = CliRunner().invoke(invoicy, ["completion", shell])
    assert result.exit_code == 0
    assert f"_INVOICY_COMPLETE={shell}_complete" in result.stdout


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("invoicy rul", "invoicy rules"),
        ("invoicy read inv", "invoicy read invoice-4711.xml"),
        ("invoicy check inv", "invoicy check invoice-4711.xml"),
        ("invoicy rules BR-CO-10", "invoicy rules BR-CO-10"),
        ("invoicy rules INVOICY-FACTURX-M", "invoicy rules INVOICY-FACTURX-MINIMUM"),
        ("invoicy read --profile xr", "invoicy read --profile xrechnung"),
    ],
)
def test_a_real_bash_completes(tmp_path: Path, typed: str, completed: str) -> None:
    (tmp_path / "invoice-4711.xml").touch()
    master, slave = pty.openpty()
    environment = {**os.environ, "PATH": f"{_BIN}:{os.environ['PATH']}", "TERM": "dumb", "COLUMNS": "500"}
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with subprocess.Popen(
        shell, stdin=slave, stdout=slave, stderr=slave, cwd=tmp_path, env=environment, start_new_session=True
    ) as bash:
        os.close(slave)
        try:
            os.write(master, b'eval "$(invoicy completion bash)"; PS1=READY; echo LOA""DED\n')
            until(master, "LOADED")
            os.write(master, typed.encode() + b"\t\x01echo '[\x05]'\n")  # to the line's start and end, after the tab
            output = until(master, f"\n[{completed}")
        finally:
            bash.kill()
            os.close(master)
    assert f"\n[{completed}" in output.replace("\r", "")


def until(terminal: int, text: str) -> str:
    """Read the terminal until the text comes, or until it is clear that it does not."""
    output, end = "", time.monotonic() + _SECONDS
    while text not in output.replace("\r", "") and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            output += os.read(terminal, 4096).decode()
    return output
