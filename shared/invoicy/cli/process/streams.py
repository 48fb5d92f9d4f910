"""Standard streams: UTF-8 everywhere, and no error if one of them is closed."""

import io
import os
import sys
from typing import TextIO

_INPUT, _OUTPUT, _ERROR = 0, 1, 2


def prepare() -> None:
    """Let both streams write UTF-8. Characters that UTF-8 cannot encode, as in a broken file name, are escaped.

    A stream that was closed before the start is opened on the null device, because the next file that is opened would
    get its number. Writing to standard output then raises OSError; text for standard error is lost.
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
    """Discard output that cannot be written. Python would try again at exit and print an error."""
    for stream in (sys.stdout, sys.stderr):
        if not _is_flushed(stream):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_flushed(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return False
    return True
