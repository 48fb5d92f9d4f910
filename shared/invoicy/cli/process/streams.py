"""Standard output and standard error: UTF-8 on every console, and never in the way of an orderly end."""

import io
import os
import sys
from typing import TextIO

_INPUT, _OUTPUT, _ERROR = 0, 1, 2


def prepare() -> None:
    """Make both streams write UTF-8; what UTF-8 cannot write, such as a broken file name, is written as an escape.

    A stream that was closed before the start is replaced: its number would go to the next file that is opened. Writing
    to standard output then fails with an OSError, and what is written to standard error is lost.
    """
    if sys.stdin is None:
        _occupy(_INPUT, os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = open(_occupy(_OUTPUT, os.O_RDONLY), "w", closefd=False)  # noqa: SIM115  open to the end
    if sys.stderr is None:
        sys.stderr = open(_occupy(_ERROR, os.O_WRONLY), "w", closefd=False)  # noqa: SIM115  open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _occupy(number: int, flags: int) -> int:
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return number


def abandon_broken() -> None:
    """Drop what cannot be written, which Python would try again, and complain about, at its end."""
    for stream in (sys.stdout, sys.stderr):
        if not _is_flushed(stream):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_flushed(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return False
    return True
