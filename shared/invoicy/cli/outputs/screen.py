"""The screen of a run: results on standard output, everything about them on standard error."""

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
    """lines: results as JSON Lines. table: a row a document. names: a plain line a document. bar: progress."""

    lines: bool
    table: bool
    names: bool
    bar: bool


def screen_for(form: str | None, out: Path | None, count: int) -> Screen:
    """The screen that fits the options and the terminals there are, for count documents."""
    reader, onlooker = sys.stdout.isatty(), sys.stderr.isatty()
    chosen = form or ("table" if reader and (out is None or count <= _ROWS_WITH_OUT) else "json")
    lines = out is None and chosen != "table"
    names = out is not None and not onlooker and chosen != "table"
    return Screen(lines, chosen == "table", names, onlooker and not (lines and reader))


def tell(outcome: DocumentOutcome, screen: Screen, say: Callable[[str], None]) -> None:
    """One document, as it comes: its result on standard output, a line about it to say."""
    if screen.lines and outcome.text:
        click.echo(printable_json(outcome.text) if sys.stdout.isatty() else outcome.text)
    path = printable(str(outcome.path))
    if outcome.error and not screen.table:
        say(f"invoicy: {'' if outcome.names_path else f'{path}: '}{printable(outcome.error)}")
    elif screen.names:
        say(f"{outcome.status:<9} {path}")


def print_table(rows: list[DocumentOutcome], file: TextIO) -> None:
    """The table, as wide as its terminal."""
    from invoicy.cli.outputs.table import show  # rich takes 40 ms, which a pipe need not pay
    from invoicy.cli.terminal.console import console_on

    show(rows, console_on(file, width=_WIDTH_OFF_TERMINAL))
