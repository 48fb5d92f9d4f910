"""The progress of a run on standard error: a bar that is removed at the end, and messages above it."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from msgspec import Struct

if TYPE_CHECKING:
    from rich.progress import Progress

_SECONDS_BETWEEN_DRAWINGS = 0.1


class ProgressDisplay(Struct, frozen=True):
    """The display of a run. print_line: prints a message. advance: counts a document as done."""

    print_line: Callable[[str], None]
    advance: Callable[[], None]


@contextmanager
def progress(count: int, *, bar: bool) -> Generator[ProgressDisplay, None, None]:
    """Show how many of count documents are done. bar: False prints only the messages."""
    if not bar:
        yield ProgressDisplay(lambda line: click.echo(line, err=True), lambda: None)
        return
    from rich.text import Text

    with _bar() as progress_bar:
        task, draw = progress_bar.add_task("Reading", total=count), _RateLimited(progress_bar.refresh)

        def advance() -> None:
            progress_bar.advance(task)
            draw()

        yield ProgressDisplay(lambda line: progress_bar.console.print(Text(line), soft_wrap=True), advance)


def _bar() -> "Progress":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from invoicy.cli.terminal.console import PlainConsole

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=PlainConsole(sys.stderr),
        transient=True,
        auto_refresh=False,  # no thread may run when processes are forked
        redirect_stdout=False,
        redirect_stderr=False,
    )


class _RateLimited:
    """A function that does nothing if its last call was less than 0.1 s ago."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._function = function
        self._last = -_SECONDS_BETWEEN_DRAWINGS

    def __call__(self) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_DRAWINGS:
            self._last = time.monotonic()
            self._function()
