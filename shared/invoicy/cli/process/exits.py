"""The exit codes of the commands, and the signals that stop a run."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

FAILED = 1
WRONG_USAGE = 2
DEFECT = 70  # EX_SOFTWARE of sysexits.h: a defect of the program
STOPPED = 130  # 128 + SIGINT, as shells report a program that Ctrl-C ended


_STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stoppable() -> Generator[None, None, None]:
    """Raise KeyboardInterrupt on the first Ctrl-C or SIGTERM inside the block; ignore later ones.

    A signal that is already ignored stays ignored, as a shell requires of a background job.
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
        signal.signal(number, _ignore)  # not SIG_IGN, which child processes would inherit
    raise KeyboardInterrupt


def _ignore(_: int, __: FrameType | None) -> None:
    """Do nothing, so that the cleanup is not interrupted."""
