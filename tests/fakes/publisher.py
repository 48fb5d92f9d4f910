"""A publisher that remembers its events, and clients of EventBridge and Pub/Sub that do so."""

from concurrent.futures import Future
from typing import Any

from invoicy.readings.events import CloudEvent


class ListPublisher:
    """An EventPublisher that keeps what it was given."""

    def __init__(self) -> None:
        self.events: list[CloudEvent] = []

    def publish(self, event: CloudEvent) -> None:
        self.events.append(event)


class EventBus:
    """The part of an EventBridge client that the adapter calls."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, int]:  # noqa: N803  botocore's name
        self.entries += Entries
        return {"FailedEntryCount": 0}


class PubSubClient:
    """The part of Google's PublisherClient that the adapter calls."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.messages: list[tuple[str, bytes, dict[str, str]]] = []
        self._fault = fault

    def publish(self, topic: str, data: bytes, **attributes: str) -> Future[str]:
        future: Future[str] = Future()
        if self._fault is not None:
            future.set_exception(self._fault)
            return future
        self.messages.append((topic, data, attributes))
        future.set_result(str(len(self.messages)))
        return future
