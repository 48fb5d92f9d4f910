"""Events to a Pub/Sub topic, or where there is none their ids to the log."""

import logging
from typing import TYPE_CHECKING

from invoicy.events import ReadingStored
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.pubsub_v1 import PublisherClient

_SECONDS = 30
_log = logging.getLogger("invoicy.events")


class PubSubPublisher:
    """An EventPublisher on one topic: the event as data, its id and type as attributes to filter by."""

    def __init__(self, client: "PublisherClient", topic: str) -> None:
        self._client = client
        self._topic = topic

    def publish(self, event: ReadingStored) -> None:
        with faults_of(f"The topic {self._topic}"):
            sent = self._client.publish(self._topic, event.to_json(), id=event.id, type=event.type)
            sent.result(timeout=_SECONDS)


class NoTopicPublisher:
    """An EventPublisher without a listener: the log names the stored reading and, as always, quotes nothing of it."""

    def publish(self, event: ReadingStored) -> None:
        _log.info("%s: %s, %s", event.type, event.key, event.status)
