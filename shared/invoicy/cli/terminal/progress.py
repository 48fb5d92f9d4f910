"""The progress of a run on standard error: a bar that is gone when the run is, and messages above it."""

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


class Onlooker(Struct, frozen=True):
    """Somebody who watches a run. say: writes a line. advance: counts one document as done."""

    say: Callable[[str], None]
    advance: Callable[[], None]


@contextmanager
def progress(count: int, *, bar: bool) -> Generator[Onlooker, None, None]:
    """Shows how many of count documents are done; without a bar there are only the messages."""
    if not bar:
        yield Onlooker(lambda line: click.echo(line, err=True), lambda: None)
        return
    from rich.text import Text

    with _bar() as shown:
        task, draw = shown.add_task("Reading", total=count), _Paced(shown.refresh)

        def advance() -> None:
            shown.advance(task)
            draw()

        yield Onlooker(lambda line: shown.console.print(Text(line), soft_wrap=True), advance)


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
        auto_refresh=False,  # its thread would be there when processes are forked
        redirect_stdout=False,
        redirect_stderr=False,
    )


class _Paced:
    """Calls a function, but not again before some time has passed."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._function = function
        self._last = -_SECONDS_BETWEEN_DRAWINGS

    def __call__(self) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_DRAWINGS:
            self._last = time.monotonic()
            self._function()
