"""invoicy watch: readings of the documents in a folder, also of those added later."""

import os
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.cli.inputs.documents import skipped_sentence
from invoicy.cli.inputs.options import profile_option, store_option
from invoicy.cli.process.exits import stoppable
from invoicy.wording.printable import printable

if TYPE_CHECKING:
    from invoicy.local.watcher import Watcher, WatchResult
    from invoicy.pipeline import Receipt

_LOOKS_TO_READ_ALL = 2  # a file is read if it has not changed between two looks


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@store_option
@profile_option
@click.option(
    "--every",
    type=click.FloatRange(0.05),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Look for new files this often.",
)
@click.option("--once", is_flag=True, help="Read the files in the folder now, then exit.")
def watch(folder: Path, store: Path | None, profile: str | None, every: float, once: bool) -> None:
    """Read every document in DIR, and every document added later.

    A line is printed for each document: its status, its path and the path of its reading. Files are not moved, and
    files that are not documents are skipped. A document read by an earlier run is not read again; its line ends with
    "(read before)".

    Exit code 0: you stopped it, or --once read every document; 1: with --once, a document could not be read or its
    reading could not be stored; 2: wrong usage.
    """
    from invoicy.cli.inputs.store_option import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.watcher import Watcher

    settings = settings_with(os.environ, store=store, profile=profile)
    click.echo(f"Watching {printable(str(folder))}. Readings are stored in {_short(settings.store)}.", err=True)
    watcher = Watcher(local_pipeline(settings), folder, tenant=settings.tenant, leave_out=settings.store)
    with stoppable():
        try:
            for _ in range(_LOOKS_TO_READ_ALL) if once else count():
                _look(watcher, settings.store, is_last=once)
                time.sleep(every)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
    if once:
        sys.exit(1 if watcher.problems else 0)


def _look(watcher: "Watcher", store: Path, *, is_last: bool) -> None:
    """Look once: print each reading on standard output and each problem on standard error.

    is_last: documents that failed are not tried again.
    """
    skipped = len(watcher.skipped)
    for result in watcher.look():
        if result.receipt is not None:
            click.echo(_line(result.path, result.receipt, store))
        else:
            click.echo(_problem(result, is_last=is_last), err=True)
    if len(watcher.skipped) != skipped:
        click.echo(skipped_sentence(len(watcher.skipped)), err=True)


def _line(path: Path, receipt: "Receipt", store: Path) -> str:
    before = "" if receipt.created else " (read before)"
    return f"{receipt.reading.status:<8} {printable(str(path))} {_short(store / receipt.key)}{before}"


def _problem(result: "WatchResult", *, is_last: bool) -> str:
    problem = printable(result.problem)
    if not result.names_path:
        problem = f"{printable(str(result.path))}: {problem}"
    return f"invoicy: {problem}" if is_last else f"invoicy: {problem} It will be tried again."


def _short(path: Path) -> str:
    """Return the absolute path, or the path relative to the current folder if that is shorter."""
    whole = str(path.resolve())
    return printable(min(os.path.relpath(whole), whole, key=len))
