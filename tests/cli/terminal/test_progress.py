"""The progress of a run."""

import pytest

from invoicy.cli.terminal.progress import progress


def test_messages_without_a_bar_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(2, bar=False) as display:
        display.print_line("accepted  a.xml")
        display.advance()
    assert capsys.readouterr() == ("", "accepted  a.xml\n")


def test_messages_with_a_bar_are_printed_whole_and_without_markup(capsys: pytest.CaptureFixture[str]) -> None:
    message = "rejected  [red]" + "long-name" * 20
    with progress(2, bar=True) as display:
        display.print_line(message)
        display.advance()
    output = capsys.readouterr()
    assert output.out == ""
    assert f"{message}\n" in output.err
