"""invoicy watch: every file that is put into a folder is read."""

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.cli.options import store_option
from invoicy.cli.printable import printable

if TYPE_CHECKING:
    from invoicy.local.watcher import Watcher

_LOOKS_TO_READ_ALL = 2  # a file is read when a second look finds it unchanged


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@store_option
@click.option(
    "--every",
    type=click.FloatRange(0.05),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Look for new files this often.",
)
@click.option("--once", is_flag=True, help="Read the files that are there now, then exit.")
def watch(folder: Path, store: Path | None, every: float, once: bool) -> None:
    """Read every file in DIR, and every file that is put there later.

    You get one line for each file. Files stay where they are. What an earlier run has read is not read again.

    Exit code 0: you stopped it, or --once brought every file to its end; 1: with --once, a file could not be read or
    its reading could not be stored; 2: wrong usage.
    """
    from invoicy.cli.place import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.watcher import Watcher

    settings = settings_with(os.environ, store=store)
    store_name = printable(str(settings.store.resolve()))
    click.echo(f"Watching {printable(str(folder))}. Readings go to {store_name}.", err=True)
    watcher = Watcher(local_pipeline(settings), folder, tenant=settings.tenant, leave_out=settings.store)
    failed = False
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # what stops a service stops it like Ctrl-C
    try:
        for _ in range(_LOOKS_TO_READ_ALL) if once else count():
            failed = _looked(watcher, every)
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
    if once:
        sys.exit(1 if failed else 0)


def _looked(watcher: "Watcher", every: float) -> bool:
    """One look, with a pause after it; True where a document could not be brought to its end."""
    failed = False
    for outcome in watcher.look():
        path = printable(str(outcome.path))
        if outcome.receipt is None:
            failed = True
            click.echo(f"invoicy: {path} is tried again later: {printable(str(outcome.problem))}", err=True)
        else:
            click.echo(f"{outcome.receipt.reading.status:<8} {path} {outcome.receipt.key}")
    time.sleep(every)
    return failed
