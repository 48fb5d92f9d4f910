"""The exit codes of every command, and the signals that stop a run."""

import signal
from collections.abc import Generator
from contextlib import contextmanager

FAILED = 1
WRONG_USAGE = 2
DEFECT = 70  # EX_SOFTWARE of sysexits.h: nothing that a document or an argument can cause
STOPPED = 130  # what a shell reports for a program that Ctrl-C ended


@contextmanager
def stoppable() -> Generator[None, None, None]:
    """Has SIGTERM raise KeyboardInterrupt as Ctrl-C does; once that came, both are ignored and the rest can finish."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        before = signal.SIG_IGN
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
