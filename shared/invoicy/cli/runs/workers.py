"""Worker processes. A process that dies is replaced; all of them end when the run is stopped or killed."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from types import TracebackType
from typing import Self, TypeVar

from msgspec import Struct

Job = TypeVar("Job")
Result = TypeVar("Result")


class LostJob(Struct, frozen=True):
    """The result of a job that ended its process."""


class Workers:
    """A pool of processes. An exception inside the with block kills them, so jobs must not write files."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool = _pool(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error_type: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if error_type is None:
            self._pool.shutdown()
            return
        for child in multiprocessing.active_children():
            child.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def submit(self, function: Callable[[Job], Result], job: Job) -> "Future[Result]":
        """Start a job. Pass the future to result_of."""
        try:
            return self._pool.submit(function, job)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = _pool(self._count)
            return self._pool.submit(function, job)

    def result_of(self, future: "Future[Result]", function: Callable[[Job], Result], job: Job) -> Result | LostJob:
        """Return the result of a job. If a process died, repeat the job alone: another job may have ended it."""
        try:
            return future.result()
        except BrokenProcessPool:
            return _repeat_alone(function, job)


def _repeat_alone(function: Callable[[Job], Result], job: Job) -> Result | LostJob:
    try:
        with _pool(1) as pool:
            return pool.submit(function, job).result()
    except BrokenProcessPool:
        return LostJob()


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, initializer=_depend_on_the_parent)


def _depend_on_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends Ctrl-C to every process of the run
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """Exit when the parent process ends: a parent that is killed cannot end its workers itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
