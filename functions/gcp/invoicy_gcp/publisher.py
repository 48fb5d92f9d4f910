"""Publishes events to a Pub/Sub topic."""

from typing import TYPE_CHECKING

from invoicy.readings.events import CloudEvent
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.pubsub_v1 import PublisherClient

# CloudEvents' protocol binding for Pub/Sub, structured mode: googleapis/google-cloudevents, docs/spec/pubsub.md
_CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"
_SECONDS = 30


class PubSubPublisher:
    """An EventPublisher for one topic. The CloudEvent is the data; its attributes are also those of the message."""

    def __init__(self, client: "PublisherClient", topic: str) -> None:
        self._client = client
        self._topic = topic

    def publish(self, event: CloudEvent) -> None:
        attributes = {
            "content-type": _CONTENT_TYPE,
            "ce-specversion": event.specversion,
            "ce-id": event.id,
            "ce-source": event.source,
            "ce-type": event.type,
            "ce-subject": event.subject,
        }
        with faults_of(f"the topic {self._topic}"):
            self._client.publish(self._topic, event.to_json(), **attributes).result(timeout=_SECONDS)
