"""A time limit for documents: the sender gets an answer before its own timeout and delivers again."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import Self, TypeVar

from msgspec import structs

from invoicy.errors import TemporaryFaultError
from invoicy.pipeline import IncomingDocument, Pipeline, Receipt

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work and return its result. Raises TemporaryFaultError when it takes longer.

    Late work continues until it ends or the process does: every step of the pipeline is safe to stop and to repeat.
    """
    future: Future[T] = Future()
    # A daemon, unlike the threads of an executor: a late document must not delay the end of the process.
    Thread(target=copy_context().run, args=(_settle, future, work), name="delivery", daemon=True).start()
    if wait((future,), seconds).not_done:
        raise TemporaryFaultError(f"The document was not read within {seconds:g} seconds. Give the service more time.")
    return future.result()


def _settle(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001  result() raises it to the caller
        future.set_exception(error)


class DeadlinePipeline(Pipeline, frozen=True, kw_only=True):
    """A pipeline for HTTP, whose callers wait. seconds: the time for one document."""

    seconds: float

    @classmethod
    def of(cls, pipeline: Pipeline, seconds: float) -> Self:
        return cls(**structs.asdict(pipeline), seconds=seconds)

    def process(self, incoming: IncomingDocument) -> Receipt:
        """Process the document. Raises as Pipeline.process does, and TemporaryFaultError when it takes longer."""
        return within(self.seconds, partial(Pipeline.process, self, incoming))
