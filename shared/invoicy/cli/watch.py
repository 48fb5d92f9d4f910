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

if TYPE_CHECKING:
    from invoicy.local.watcher import Watcher

_LOOKS_TO_READ_ALL = 2  # a file is read when a second look finds it unchanged


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@store_option
@click.option("--every", type=click.FloatRange(0.05), default=1.0, show_default=True, help="Seconds between looks.")
@click.option("--once", is_flag=True, help="Read what is there, then end.")
def watch(folder: Path, store: Path | None, every: float, once: bool) -> None:
    """Read every file that comes into DIR, now and from now on; one line for each on standard output.

    Files stay where they are. What an earlier run has read is not read again.
    """
    from invoicy.cli.place import settings_with
    from invoicy.local import local_pipeline
    from invoicy.local.watcher import Watcher

    settings = settings_with(os.environ, store=store)
    click.echo(f"Watching {folder}; readings go to {settings.store.resolve()}.", err=True)
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
        if outcome.receipt is None:
            failed = True
            click.echo(f"invoicy: {outcome.path} is tried again later: {outcome.problem}", err=True)
        else:
            click.echo(f"{outcome.receipt.reading.status:<8} {outcome.path} {outcome.receipt.key}")
    time.sleep(every)
    return failed
