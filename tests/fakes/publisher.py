"""A publisher that remembers, and a Pub/Sub client without a Pub/Sub."""

from concurrent.futures import Future

from invoicy.readings.events import CloudEvent


class ListPublisher:
    """An EventPublisher that keeps what it was given."""

    def __init__(self) -> None:
        self.events: list[CloudEvent] = []

    def publish(self, event: CloudEvent) -> None:
        self.events.append(event)


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
