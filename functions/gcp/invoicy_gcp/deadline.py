"""An answer in time: what takes longer is given back, to be delivered again."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

from invoicy.errors import TemporaryFaultError

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work and return its result. Raises TemporaryFaultError when it is not done in time.

    Work that is late goes on until it ends or the process does: its steps are safe to stop and to repeat.
    """
    future: Future[T] = Future()
    context = copy_context()
    Thread(target=lambda: context.run(_settle, future, work), name="delivery", daemon=True).start()
    if wait((future,), seconds).not_done:
        raise TemporaryFaultError(f"The document was not read in {seconds:g} seconds; give the service more time.")
    return future.result()


def _settle(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001  raised again where the result is asked for
        future.set_exception(error)
