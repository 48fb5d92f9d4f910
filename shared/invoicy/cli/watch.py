"""invoicy watch: every file that is put into a folder is read."""

import os
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.cli.exits import stoppable
from invoicy.cli.inputs import skipped_sentence
from invoicy.cli.options import profile_option, store_option
from invoicy.printable import printable

if TYPE_CHECKING:
    from invoicy.local.watcher import Watcher

_LOOKS_TO_READ_ALL = 2  # a file is read when a second look finds it unchanged


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
    help="Wait this long between two looks at the folder.",
)
@click.option("--once", is_flag=True, help="Read the files that are there now, then exit.")
def watch(folder: Path, store: Path | None, profile: str | None, every: float, once: bool) -> None:
    """Read every document in DIR, and every document that is put there later.

    You get one line for each document. Files stay where they are, and files that are no documents are skipped. What an
    earlier run has read is not read again.

    Exit code 0: you stopped it, or --once brought every document to its end; 1: with --once, a document could not be
    read or its reading could not be stored; 2: wrong usage.
    """
    from invoicy.cli.place import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.watcher import Watcher

    settings = settings_with(os.environ, store=store, profile=profile)
    store_name = printable(str(settings.store.resolve()))
    click.echo(f"Watching {printable(str(folder))}. Readings go to {store_name}.", err=True)
    watcher = Watcher(local_pipeline(settings), folder, tenant=settings.tenant, leave_out=settings.store)
    with stoppable():
        try:
            for _ in range(_LOOKS_TO_READ_ALL) if once else count():
                _look(watcher)
                time.sleep(every)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
    if once:
        sys.exit(1 if watcher.problems else 0)


def _look(watcher: "Watcher") -> None:
    """One look: a line on standard output for each reading, and on standard error for each problem."""
    skipped = len(watcher.skipped)
    for outcome in watcher.look():
        path = printable(str(outcome.path))
        if outcome.receipt is not None:
            click.echo(f"{outcome.receipt.reading.status:<8} {path} {outcome.receipt.key}")
        elif outcome.names_path:
            click.echo(f"invoicy: {printable(outcome.problem)} It is tried again later.", err=True)
        else:
            click.echo(f"invoicy: {path} is tried again later: {printable(outcome.problem)}", err=True)
    if len(watcher.skipped) != skipped:
        click.echo(skipped_sentence(len(watcher.skipped)), err=True)
