"""The output of `invoicy read`: results on standard output, messages about them on standard error."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import click
from msgspec import Struct

from invoicy.cli.outputs.outcome import DocumentOutcome
from invoicy.wording.printable import printable, printable_json

_ROWS_WITH_OUT = 60
_WIDTH_OFF_TERMINAL = 160


class Screen(Struct, frozen=True):
    """The parts of the output.

    lines: results as JSON Lines. table: a row for each invoice. names: a line with status and path for each document.
    bar: a progress bar.
    """

    lines: bool
    table: bool
    names: bool
    bar: bool


def screen_for(form: str | None, out: Path | None, count: int) -> Screen:
    """Choose the output for count documents. form: value of --format. out: value of --out."""
    has_output_terminal, has_error_terminal = sys.stdout.isatty(), sys.stderr.isatty()
    chosen = form or ("table" if has_output_terminal and (out is None or count <= _ROWS_WITH_OUT) else "json")
    lines = out is None and chosen != "table"
    names = out is not None and not has_error_terminal and chosen != "table"
    return Screen(lines, chosen == "table", names, has_error_terminal and not (lines and has_output_terminal))


def print_outcome(outcome: DocumentOutcome, screen: Screen, print_message: Callable[[str], None]) -> None:
    """Print the result of a document on standard output. print_message: prints a line on standard error."""
    if screen.lines and outcome.text:
        click.echo(printable_json(outcome.text) if sys.stdout.isatty() else outcome.text)
    path = printable(str(outcome.path))
    if outcome.error and not screen.table:
        print_message(f"invoicy: {'' if outcome.names_path else f'{path}: '}{printable(outcome.error)}")
    elif screen.names:
        print_message(f"{outcome.status:<9} {path}")


def print_table(rows: list[DocumentOutcome], file: TextIO) -> None:
    """Print the table, as wide as the terminal."""
    from invoicy.cli.outputs.table import show  # loads rich, which takes 40 ms
    from invoicy.cli.terminal.console import console_on

    show(rows, console_on(file, width=_WIDTH_OFF_TERMINAL))
