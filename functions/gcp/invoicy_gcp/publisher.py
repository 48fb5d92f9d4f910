"""Publishes events to a Pub/Sub topic."""

from typing import TYPE_CHECKING

from invoicy.readings.events import CloudEvent
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.pubsub_v1 import PublisherClient

_CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"  # CloudEvents' protocol binding for Pub/Sub
_SECONDS = 30


class PubSubPublisher:
    """An EventPublisher for one topic: the CloudEvent is the data, its id and type are attributes for filters."""

    def __init__(self, client: "PublisherClient", topic: str) -> None:
        self._client = client
        self._topic = topic

    def publish(self, event: CloudEvent) -> None:
        attributes = {"content-type": _CONTENT_TYPE, "id": event.id, "type": event.type}
        with faults_of(f"the topic {self._topic}"):
            self._client.publish(self._topic, event.to_json(), **attributes).result(timeout=_SECONDS)
