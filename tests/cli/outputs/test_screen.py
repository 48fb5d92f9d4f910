"""The output of a run: results, table, messages and bar."""

import io
import sys
from pathlib import Path

import pytest

from invoicy.cli.outputs.outcome import DocumentOutcome, failed
from invoicy.cli.outputs.screen import Screen, print_outcome, screen_for
from invoicy.readings.reading import Status


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


OUT = Path("out")


@pytest.mark.parametrize(
    ("terminals", "options", "screen"),
    [
        ((True, True), (None, None, 100), Screen(lines=False, table=True, names=False, bar=True)),
        ((False, True), (None, None, 100), Screen(lines=True, table=False, names=False, bar=True)),
        ((False, False), (None, None, 100), Screen(lines=True, table=False, names=False, bar=False)),
        ((True, True), ("json", None, 2), Screen(lines=True, table=False, names=False, bar=False)),
        ((True, True), (None, OUT, 60), Screen(lines=False, table=True, names=False, bar=True)),
        ((True, True), (None, OUT, 61), Screen(lines=False, table=False, names=False, bar=True)),
        ((False, False), (None, OUT, 2), Screen(lines=False, table=False, names=True, bar=False)),
    ],
)
def test_the_output_depends_on_terminals_and_options(
    terminals: tuple[bool, bool],
    options: tuple[str | None, Path | None, int],
    screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, is_terminal in zip(("stdout", "stderr"), terminals, strict=True):
        monkeypatch.setattr(sys, name, Terminal() if is_terminal else io.StringIO())
    assert screen_for(*options) == screen


def messages(outcome: DocumentOutcome, screen: Screen) -> list[str]:
    printed: list[str] = []
    print_outcome(outcome, screen, printed.append)
    return printed


def test_a_result_is_a_line_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = DocumentOutcome(Path("a.xml"), Status.ACCEPTED, text='{"id": 1}')
    assert messages(outcome, Screen(lines=True, table=False, names=False, bar=False)) == []
    assert capsys.readouterr().out == '{"id": 1}\n'


def test_a_document_that_cannot_be_read_is_a_message_that_names_its_path_once() -> None:
    screen = Screen(lines=True, table=False, names=False, bar=False)
    assert messages(failed(Path("a.xml"), "It is damaged."), screen) == ["invoicy: a.xml: It is damaged."]
    outcome = failed(Path("a.xml"), "There is no file at a.xml.", names_path=True)
    assert messages(outcome, screen) == ["invoicy: There is no file at a.xml."]


def test_a_table_contains_the_errors_itself() -> None:
    assert messages(failed(Path("a.xml"), "It is damaged."), Screen(False, True, False, False)) == []


def test_documents_are_listed_if_their_results_go_to_files() -> None:
    outcome = DocumentOutcome(Path("a\x1b.xml"), Status.REVIEW)
    (line,) = messages(outcome, Screen(lines=False, table=False, names=True, bar=False))
    assert line.startswith("review    a")
    assert "\x1b" not in line
