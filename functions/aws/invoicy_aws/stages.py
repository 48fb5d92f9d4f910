"""Times of the stages of reading a document: the ports with a watch, and with X-Ray where it samples."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter

from invoicy.document import Document
from invoicy.events import ReadingStored
from invoicy.pipeline import Reader
from invoicy.ports import DocumentStore, EventPublisher
from invoicy.reading import Reading


class Stages:
    """Seconds by stage, added up until they are taken."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def watch(self, name: str) -> Iterator[None]:
        """Count the time inside as the stage's, however it ends."""
        started = perf_counter()
        try:
            with _subsegment(name):
                yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + perf_counter() - started

    def take(self) -> dict[str, float]:
        """The seconds so far; counting starts anew."""
        taken, self._seconds = self._seconds, {}
        return taken


class WatchedStore:
    """A DocumentStore whose calls are the stage `store`."""

    def __init__(self, store: DocumentStore, stages: Stages) -> None:
        self._store, self._stages = store, stages

    def create(self, key: str, content: bytes) -> bool:
        with self._stages.watch("store"):
            return self._store.create(key, content)

    def get(self, key: str) -> bytes | None:
        with self._stages.watch("store"):
            return self._store.get(key)

    def keys(self, folder: str) -> tuple[str, ...]:
        with self._stages.watch("store"):
            return self._store.keys(folder)

    def probe(self) -> None:
        self._store.probe()  # of no document, so of no stage


class WatchedPublisher:
    """An EventPublisher whose calls are the stage `publish`."""

    def __init__(self, publisher: EventPublisher, stages: Stages) -> None:
        self._publisher, self._stages = publisher, stages

    def publish(self, event: ReadingStored) -> None:
        with self._stages.watch("publish"):
            self._publisher.publish(event)


def watched_reader(read: Reader, stages: Stages) -> Reader:
    """The reader as the stage `read`."""

    def watched(document: Document) -> Reading:
        with stages.watch("read"):
            return read(document)

    return watched


def _subsegment(name: str) -> AbstractContextManager[object]:
    if "Sampled=1" not in os.environ.get("_X_AMZN_TRACE_ID", ""):
        return nullcontext()
    from aws_lambda_powertools import Tracer  # half a second of import, so only for a call that is traced

    return Tracer(service="invoicy", auto_patch=False).provider.in_subsegment(f"## {name}")
