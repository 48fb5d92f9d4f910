"""Publishes events to an EventBridge bus."""

from typing import TYPE_CHECKING

from invoicy.errors import TemporaryFaultError
from invoicy.readings.events import CloudEvent
from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient


class EventBridgePublisher:
    """An EventPublisher for one bus. The CloudEvent is the detail; its source and type are also those of the entry."""

    def __init__(self, client: "EventBridgeClient", bus: str) -> None:
        self._client = client
        self._bus = bus

    def publish(self, event: CloudEvent) -> None:
        with faults_of(f"the event bus {self._bus}"):
            response = self._client.put_events(
                Entries=[
                    {
                        "EventBusName": self._bus,
                        "Source": event.source,
                        "DetailType": event.type,
                        "Detail": event.to_json().decode(),
                    }
                ]
            )
        if response["FailedEntryCount"]:  # the call succeeds even when its entries fail
            reason = response["Entries"][0].get("ErrorCode", "no reason given")
            raise TemporaryFaultError(f"The event bus {self._bus} did not accept the event: {reason}.")
