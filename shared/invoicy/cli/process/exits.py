"""The exit codes of every command, and the signals that stop a run."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

FAILED = 1
WRONG_USAGE = 2
DEFECT = 70  # EX_SOFTWARE of sysexits.h: nothing that a document or an argument can cause
STOPPED = 130  # what a shell reports for a program that Ctrl-C ended


_STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stoppable() -> Generator[None, None, None]:
    """Has Ctrl-C or SIGTERM raise KeyboardInterrupt once; until the block is left, later ones are ignored.

    A signal that is ignored already stays so: a shell asks for that when it starts a background job.
    """
    before = {number: signal.getsignal(number) or signal.SIG_DFL for number in _STOPS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_: int, __: FrameType | None) -> None:
    for number in _STOPS:
        signal.signal(number, _go_on)  # not SIG_IGN, which programs that are started later would inherit
    raise KeyboardInterrupt


def _go_on(_: int, __: FrameType | None) -> None:
    """Let the clearing up go on."""
