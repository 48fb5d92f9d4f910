"""Ports that fail on demand: at a chosen call, before or after it took effect."""

from collections.abc import Callable
from typing import TypeVar

from invoicy.ports import DocumentStore, EventPublisher
from invoicy.readings.events import CloudEvent
from tests.fakes.store import MemoryStore

T = TypeVar("T")


class StoppedError(BaseException):
    """The process ends here: nothing in the program can catch it and go on."""


class Trouble:
    """Counts the calls of all ports and raises at one of them.

    at: which call, from 0; None: never. fault: what is raised. late: after the call took effect, as when the answer
    is lost on its way.
    """

    def __init__(self, at: int | None = None, fault: BaseException | None = None, *, late: bool = False) -> None:
        self.calls: list[str] = []
        self._at = at
        self._fault = fault or StoppedError()
        self._late = late

    def around(self, name: str, call: Callable[[], T]) -> T:
        hit = len(self.calls) == self._at
        self.calls.append(name)
        if hit and not self._late:
            raise self._fault
        result = call()
        if hit:
            raise self._fault
        return result


class FaultyStore:
    """A DocumentStore in trouble."""

    def __init__(self, store: DocumentStore, trouble: Trouble) -> None:
        self._store, self._trouble = store, trouble

    def create(self, key: str, content: bytes) -> bool:
        return self._trouble.around("create", lambda: self._store.create(key, content))

    def get(self, key: str) -> bytes | None:
        return self._trouble.around("get", lambda: self._store.get(key))

    def keys(self, folder: str) -> tuple[str, ...]:
        return self._trouble.around("keys", lambda: self._store.keys(folder))

    def probe(self) -> None:
        self._trouble.around("probe", self._store.probe)


class FaultyPublisher:
    """An EventPublisher in trouble."""

    def __init__(self, publisher: EventPublisher, trouble: Trouble) -> None:
        self._publisher, self._trouble = publisher, trouble

    def publish(self, event: CloudEvent) -> None:
        self._trouble.around("publish", lambda: self._publisher.publish(event))


class HalfWritingStore(MemoryStore):
    """A store that breaks its promise: the process dies while it writes a reading, and leaves half of it."""

    def create(self, key: str, content: bytes) -> bool:
        if key.endswith("/1.0.json") and key not in self.objects:
            super().create(key, content[: len(content) // 2])
            raise StoppedError
        return super().create(key, content)
