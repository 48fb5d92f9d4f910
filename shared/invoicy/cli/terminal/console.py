"""A rich console that prints text of documents as it is, without markup or emoji codes."""

import os
from typing import TextIO

from rich.console import Console

from invoicy.cli.process.program import ClosedOutputError


class PlainConsole(Console):
    """A console without markup, emoji codes and highlighting.

    Raises ClosedOutputError if the output is closed.
    """

    def __init__(self, file: TextIO, width: int | None = None) -> None:
        super().__init__(file=file, width=width, markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> None:
        raise ClosedOutputError("The output was closed.")


def console_on(file: TextIO, *, width: int) -> PlainConsole:
    """Return a console as wide as the terminal or COLUMNS. width: used if neither is known."""
    is_known = file.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return PlainConsole(file, None if is_known else width)
