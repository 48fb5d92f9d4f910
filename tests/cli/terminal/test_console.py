"""A console that prints text of documents as it is."""

import io

import pytest

from invoicy.cli.process.program import ClosedOutputError
from invoicy.cli.terminal.console import PlainConsole, console_on


def test_markup_and_emoji_codes_are_printed_as_they_are() -> None:
    file = io.StringIO()
    PlainConsole(file, 80).print("[bold]50 %[/bold] :smile: 'a' 3.14")
    assert file.getvalue() == "[bold]50 %[/bold] :smile: 'a' 3.14\n"


def test_a_file_has_the_given_width() -> None:
    assert console_on(io.StringIO(), width=123).width == 123


def test_columns_decide_about_the_width_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "66")
    assert console_on(io.StringIO(), width=123).width == 66


def test_a_closed_output_is_an_error_of_its_own() -> None:
    with pytest.raises(ClosedOutputError):
        PlainConsole(io.StringIO()).on_broken_pipe()
