"""invoicy read: documents in, invoices out."""

import os
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import click
from msgspec import structs

from invoicy.cli.exits import FAILED, STOPPED, stoppable
from invoicy.cli.inputs import files_of
from invoicy.cli.outcome import Outcome
from invoicy.cli.outputs import names_of
from invoicy.cli.progress import progress
from invoicy.cli.screen import Screen, print_table, screen_for, tell
from invoicy.cli.summary import stopped, summary
from invoicy.cli.work import Render, Task, run
from invoicy.profiles import Profile
from invoicy.reading import Reading
from invoicy.record import record_text


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write one JSON file for each document here."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "record", "table"]),
    help="json: readings; record: one flat object an invoice; table: a row a document. "
    "By default a table on a terminal, JSON Lines elsewhere.",
)
@click.option("--printed", is_flag=True, help="Ignore embedded XML, read only what the pages show.")
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
    render: Render = record_text if form == "record" else Reading.to_json
    tasks = _tasks(list(files_of(paths)), out, profile, render, printed=printed)
    screen = screen_for(form, out, len(tasks))
    counts, rows = Counter[str](), list[Outcome]()
    started = time.perf_counter()
    is_whole = _follow(tasks, jobs, screen, counts, rows)
    if rows:
        print_table(rows, sys.stdout)
    if not is_whole:
        click.echo(stopped(counts, len(tasks), out), err=True)
        sys.exit(STOPPED)
    click.echo(summary(counts, time.perf_counter() - started, out), err=True)
    if counts["rejected"] or counts["unreadable"]:
        sys.exit(FAILED)


def _follow(tasks: list[Task], jobs: int, screen: Screen, counts: Counter[str], rows: list[Outcome]) -> bool:
    """Read and show document by document; False where the user stopped it."""
    try:
        with stoppable(), closing(run(tasks, jobs)) as outcomes, progress(len(tasks), bar=screen.bar) as onlooker:
            for outcome in outcomes:
                counts[outcome.verdict] += 1
                tell(outcome, screen, onlooker.say)
                if screen.table:
                    rows.append(structs.replace(outcome, text=""))
                onlooker.advance()
    except KeyboardInterrupt:
        return False
    return True


def _tasks(files: list[Path], out: Path | None, profile: str, render: Render, *, printed: bool) -> list[Task]:
    if not files:
        raise click.UsageError("There is nothing to read: no file is at the paths given.")
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
