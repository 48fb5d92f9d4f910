"""Pipes, sockets and devices are refused, not read."""

import os
from pathlib import Path

from invoicy.documents.special_files import refusal, special_kind


def test_a_pipe_and_a_device_have_a_word(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert special_kind(pipe.stat().st_mode) == "named pipe"
    assert special_kind(Path("/dev/null").stat().st_mode) == "device"


def test_files_and_folders_are_not_special(tmp_path: Path) -> None:
    assert special_kind(tmp_path.stat().st_mode) == ""
    assert special_kind(Path(__file__).stat().st_mode) == ""


def test_the_refusal_names_path_and_kind() -> None:
    assert refusal("inbox/a", "named pipe") == "inbox/a is a named pipe, not a file. Invoicy does not read it."
