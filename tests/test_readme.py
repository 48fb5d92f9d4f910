"""Every command of README.md runs as written, on a machine where only the steps of README.md were done."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from invoicy.rules import catalogue
from tests.requirements import ROOT
from tests.start.reader import Reader, machine_of_a_reader
from tests.start.readme import commands, commands_of_readme

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


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


def test_every_entry_of_the_library_is_listed() -> None:
    listing = TEXT.partition("    shared/invoicy/ ")[2].partition("    functions/ ")[0]
    listed = {name.rstrip("/") for name in re.findall(r"^ {6}(\S+)", listing.partition("\n")[2], re.MULTILINE)}
    entries = {path.name for path in (ROOT / "shared" / "invoicy").iterdir()}
    assert listed == {name for name in entries if not name.startswith("__") and name != "py.typed"}


def test_the_numbers_of_rules_are_those_of_the_catalogue() -> None:
    rules = [entry.id for entry in catalogue.entries() if entry.profiles]
    content = sum(map(catalogue.is_about_content, rules))
    assert f"{content:,} rules of EN 16931" in TEXT
    assert f"{len(rules) - content:,} more check its XML" in TEXT
