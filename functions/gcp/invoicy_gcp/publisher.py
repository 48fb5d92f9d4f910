"""Events to a Pub/Sub topic."""

from typing import TYPE_CHECKING

from invoicy.readings.events import CloudEvent
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.pubsub_v1 import PublisherClient

_SECONDS = 30


class PubSubPublisher:
    """An EventPublisher on one topic: the event as data, its id and type as attributes to filter by."""

    def __init__(self, client: "PublisherClient", topic: str) -> None:
        self._client = client
        self._topic = topic

    def publish(self, event: CloudEvent) -> None:
        with faults_of(f"The topic {self._topic}"):
            sent = self._client.publish(self._topic, event.to_json(), id=event.id, type=event.type)
            sent.result(timeout=_SECONDS)
