"""A console of rich for text of documents: no markup, no emoji codes, no colours that a value brings along."""

import os
from typing import TextIO

from rich.console import Console

from invoicy.cli.process.program import ClosedOutputError


class PlainConsole(Console):
    """A console that takes text as it is.

    Raises ClosedOutputError where the output is closed.
    """

    def __init__(self, file: TextIO, width: int | None = None) -> None:
        super().__init__(file=file, width=width, markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> None:
        raise ClosedOutputError("The output was closed.")


def console_on(file: TextIO, *, width: int) -> PlainConsole:
    """A console as wide as the terminal or as COLUMNS says; width holds where there is neither."""
    is_known = file.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return PlainConsole(file, None if is_known else width)
