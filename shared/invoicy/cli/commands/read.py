"""invoicy read: the invoices in documents, as JSON or as a table."""

import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click
from msgspec import structs

from invoicy.cli.inputs.arguments import DOCUMENT, FilesCommand
from invoicy.cli.inputs.documents import inputs_of
from invoicy.cli.inputs.options import Folder, profile_option
from invoicy.cli.inputs.store_option import settings_with
from invoicy.cli.inputs.streams import Input
from invoicy.cli.outputs.attribution import json_path, rendered_with
from invoicy.cli.outputs.files import names_of, path_of
from invoicy.cli.outputs.outcome import DocumentOutcome
from invoicy.cli.outputs.screen import Screen, print_outcome, print_table, screen_for
from invoicy.cli.outputs.summary import stopped, summary
from invoicy.cli.process.exits import FAILED, STOPPED, stoppable
from invoicy.cli.runs.runner import ReadTask, run
from invoicy.cli.terminal.progress import progress


@click.command(cls=FilesCommand)
@click.argument("paths", nargs=-1, required=True, type=DOCUMENT, metavar="PATH...")
@click.option(
    "--out",
    type=Folder(),
    metavar="DIR",
    help="Write one JSON file for each document into this folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "record", "table"]),
    help="json: everything that was read; record: the main values of each invoice, on one line; table: a row for each "
    "invoice. The default is a table on a terminal (with --out: for up to 60 documents), otherwise a line of JSON for "
    "each document.",
)
@click.option("--printed", is_flag=True, help="Read the pages of a PDF, even if it also contains the invoice as XML.")
@profile_option
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    default=os.cpu_count() or 1,
    help="Number of documents to read at the same time; the default is the number of processor cores.",
)
def read(
    paths: tuple[str, ...], out: Path | None, form: str | None, printed: bool, profile: str | None, jobs: int
) -> None:
    """Read invoices from files and folders.

    A folder is read with its subfolders. A pattern such as "inbox/*.pdf" works as well,
    and "-" is standard input.

    Exit code 0: all documents were read; 1: some were rejected or could not be read; 2: wrong usage; 130: stopped.
    """
    settings = settings_with(os.environ, profile=profile)
    inputs = inputs_of(paths, leave_out=[settings.store] if out is None else [settings.store, out])
    tasks = _tasks(inputs.documents, out, settings.profile, as_record=form == "record", printed=printed)
    screen = screen_for(form, out, len(tasks))
    counts, rows = Counter[str](), list[DocumentOutcome]()
    started = time.perf_counter()
    is_whole = _read_all(tasks, jobs, screen, counts, rows)
    if rows:
        print_table(rows, sys.stdout)
        click.echo(err=True)
    if not is_whole:
        click.echo(stopped(counts, len(tasks), out), err=True)
        sys.exit(STOPPED)
    if tasks:
        click.echo(summary(counts, time.perf_counter() - started, out), err=True)
    for sentence in inputs.remarks():
        click.echo(sentence, err=True)
    if counts["rejected"] or counts["unreadable"]:
        sys.exit(FAILED)


def _read_all(
    tasks: list[ReadTask], jobs: int, screen: Screen, counts: Counter[str], rows: list[DocumentOutcome]
) -> bool:
    """Read documents and print their results; return False if the user stopped the run."""
    try:
        with stoppable(), closing(run(tasks, jobs)) as outcomes, progress(len(tasks), bar=screen.bar) as display:
            for outcome in outcomes:
                counts[outcome.verdict] += 1
                print_outcome(outcome, screen, display.print_line)
                if screen.table:
                    rows.append(structs.replace(outcome, text=""))
                display.advance()
    except KeyboardInterrupt:
        return False
    return True


def _tasks(
    inputs: Sequence[Input], out: Path | None, profile: str, *, as_record: bool, printed: bool
) -> list[ReadTask]:
    targets: list[Path | None] = [None] * len(inputs)
    if out is not None and inputs:
        _make_folder(out)
        targets = [out / name for name in names_of(inputs, out)]
    return [_task(item, target, profile, as_record, printed) for item, target in zip(inputs, targets, strict=True)]


def _task(item: Input, target: Path | None, profile: str, as_record: bool, printed: bool) -> ReadTask:
    path = json_path(item.path) if target is None else path_of(item)
    render = rendered_with(path, as_record=as_record, in_lines=target is None)
    return ReadTask(item.path, target, profile, printed, render, item.content, item.problem)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"The folder {out} cannot be created: {error.strerror}.") from error
