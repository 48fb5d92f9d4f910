"""Every command of README.md runs as written, on a machine where only the steps of README.md were done."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.start.reader import Reader, machine_of_a_reader
from tests.start.readme import commands, commands_of_readme


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    typing = Reader(machine_of_a_reader(folder))
    yield typing
    typing.leave()


@pytest.mark.slow
def test_every_command_runs_as_written_without_uv(reader: Reader) -> None:
    assert shutil.which("uv", path=os.pathsep.join(map(str, reader.machine.path))) is None
    faults = [reader.fault_of(command) for command in commands_of_readme() if command.is_run]
    assert [fault for fault in faults if fault] == []
    assert reader.leave() == []


def test_the_page_starts_with_the_demo_and_the_installation() -> None:
    texts = [command.text for command in commands_of_readme()]
    assert texts.index("make demo") < texts.index("make install")
    assert [text for text in texts if text.startswith("uv ")] == []


def test_lines_of_a_console_block_become_commands() -> None:
    text = (
        "```console\n$ make demo   # read the samples\noutput\n$ invoicy read a \\\n    b\n```\n```\n$ not this\n```\n"
    )
    assert [command.text for command in commands(text)] == ["make demo", "invoicy read a      b"]
