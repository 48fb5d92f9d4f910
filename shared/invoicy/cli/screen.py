"""What a run shows, and where: results on standard output, everything about them on standard error."""

import sys
from pathlib import Path
from typing import TextIO

import click
from msgspec import Struct

from invoicy.cli.work import Outcome

_ROWS_WITH_OUT = 60
_WIDTH_OFF_TERMINAL = 160


class Screen(Struct, frozen=True):
    """lines: results as JSON Lines. table: a row a document. names: a plain line a document. bar: progress."""

    lines: bool
    table: bool
    names: bool
    bar: bool


def screen_for(form: str | None, out: Path | None, count: int) -> Screen:
    """What fits the options and the terminals there are, for count documents."""
    reader, onlooker = sys.stdout.isatty(), sys.stderr.isatty()
    chosen = form or ("table" if reader and (out is None or count <= _ROWS_WITH_OUT) else "json")
    lines = out is None and chosen != "table"
    names = out is not None and not onlooker and chosen != "table"
    return Screen(lines, chosen == "table", names, onlooker and not (lines and reader))


def tell(outcome: Outcome, screen: Screen) -> None:
    """One document, as it comes."""
    if screen.lines and outcome.text:
        click.echo(outcome.text)
    if outcome.error:
        click.echo(f"invoicy: {outcome.path}: {outcome.error}", err=True)
    elif screen.names:
        click.echo(f"{outcome.status:<9} {outcome.path}", err=True)


def print_table(rows: list[Outcome], file: TextIO) -> None:
    """The table, as wide as the terminal, or as a wide one where there is none."""
    from rich.console import Console  # 40 ms that a pipe need not pay

    from invoicy.cli.table import show

    show(rows, Console(file=file, width=None if file.isatty() else _WIDTH_OFF_TERMINAL))
