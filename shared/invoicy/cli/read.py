"""invoicy read: documents in, invoices out."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from invoicy.cli.inputs import files_of
from invoicy.cli.outputs import names_of
from invoicy.cli.summary import summary
from invoicy.cli.work import Outcome, Render, Task, run
from invoicy.profiles import Profile
from invoicy.reading import Reading, Status

_TABLE_ROWS_WITH_OUT = 60


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write one JSON file for each document here."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "table"]),
    help="json: readings; table: a row a document. By default a table on a terminal, JSON Lines elsewhere.",
)
@click.option("--printed", is_flag=True, help="Ignore embedded XML, read only what the page shows (later version).")
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    default="auto",
    show_default=True,
    help="Rules to apply.",
)
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="cores", help="Processes.")
def read(paths: tuple[str, ...], out: Path | None, form: str | None, printed: bool, profile: str, jobs: int) -> None:
    """Read invoices: files, folders (walked) and globs.

    Exit code 0: all were read; 1: some were rejected or could not be read; 2: wrong usage.
    """
    if printed:
        raise click.UsageError("Reading what a page shows (--printed) comes with a later version.")
    tasks = _tasks(list(files_of(paths)), out, profile, printed=printed)
    started = time.perf_counter()
    outcomes = list(_tell(run(tasks, jobs), len(tasks), form, out))
    _close(outcomes, time.perf_counter() - started, form, out)
    if any(outcome.status is Status.REJECTED for outcome in outcomes):
        sys.exit(1)


def _tasks(files: list[Path], out: Path | None, profile: str, *, printed: bool) -> list[Task]:
    if not files:
        raise click.UsageError("There is nothing to read: no file is at the paths given.")
    render: Render = Reading.to_json
    if out is None:
        return [Task(file, None, profile, printed, render) for file in files]
    _make_folder(out)
    names = names_of(files)
    return [Task(file, out / names[file], profile, printed, render) for file in files]


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"The folder {out} cannot be made: {error.strerror}.") from error


def _tell(outcomes: Iterable[Outcome], count: int, form: str | None, out: Path | None) -> Iterator[Outcome]:
    """Passes the outcomes on, lighter, while showing what a person or a program asked to see of each."""
    as_lines = out is None and (form == "json" or (form is None and not sys.stdout.isatty()))
    with _progress(count, shown=sys.stderr.isatty() and not as_lines) as bar:
        for outcome in outcomes:
            if as_lines and outcome.text:
                click.echo(outcome.text)
            if outcome.error:
                click.echo(f"invoicy: {outcome.path}: {outcome.error}", err=True)
            bar.update(1)
            yield Outcome(*(getattr(outcome, field) for field in Outcome.__struct_fields__[:-1]))


def _progress(count: int, *, shown: bool) -> "click._termui_impl.ProgressBar[int]":
    return click.progressbar(length=count, label="Reading", file=sys.stderr, hidden=not shown, show_pos=True)


def _close(outcomes: list[Outcome], seconds: float, form: str | None, out: Path | None) -> None:
    """The table where one is wanted, and the closing line on standard error."""
    on_terminal = sys.stdout.isatty()
    wanted = form == "table" or (
        form is None and on_terminal and (out is None or len(outcomes) <= _TABLE_ROWS_WITH_OUT)
    )
    if wanted:
        from rich.console import Console  # 40 ms that a pipe need not pay

        from invoicy.cli.table import show

        show(outcomes, Console(width=None if on_terminal else 160))
    where = f" · results in {out}" if out else ""
    click.echo(summary(outcomes, seconds) + where, err=True)
