"""Events to an EventBridge bus."""

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from invoicy.errors import TemporaryFaultError
from invoicy.events import READING_STORED, ReadingStored
from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient

SOURCE = "invoicy"


class Detail(Struct, frozen=True, kw_only=True):
    """The detail of an event: a CloudEvent 1.0 in its JSON form.

    id: the same every time the event is published. subject: id of the document. data: the event.
    """

    specversion: str = "1.0"
    id: str
    source: str = SOURCE
    type: str = READING_STORED
    subject: str
    datacontenttype: str = "application/json"
    data: ReadingStored


class EventBridgePublisher:
    """An EventPublisher on one bus: source `invoicy`, the event's type as detail type, a CloudEvent as detail."""

    def __init__(self, client: "EventBridgeClient", bus: str) -> None:
        self._client = client
        self._bus = bus

    def publish(self, event: ReadingStored) -> None:
        detail = Detail(id=event.id, type=event.type, subject=event.document, data=event)
        with faults_of(f"The event bus {self._bus}"):
            answer = self._client.put_events(
                Entries=[
                    {
                        "EventBusName": self._bus,
                        "Source": SOURCE,
                        "DetailType": event.type,
                        "Detail": msgspec.json.encode(detail).decode(),
                    }
                ]
            )
        if answer["FailedEntryCount"]:  # the call succeeds even when its entries do not
            reason = answer["Entries"][0].get("ErrorCode", "no reason given")
            raise TemporaryFaultError(f"The event bus {self._bus} did not take the event: {reason}.")


class NobodyListens:
    """An EventPublisher where no bus is named. Not the log: an event says what its document says."""

    def publish(self, event: ReadingStored) -> None:
        """Nothing to hand over."""
