"""Events to an EventBridge bus."""

from typing import TYPE_CHECKING

from invoicy.errors import TemporaryFaultError
from invoicy.events import ReadingStored
from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient

SOURCE = "invoicy"


class EventBridgePublisher:
    """An EventPublisher on one bus: source `invoicy`, the event's type as detail type, the event as detail."""

    def __init__(self, client: "EventBridgeClient", bus: str) -> None:
        self._client = client
        self._bus = bus

    def publish(self, event: ReadingStored) -> None:
        with faults_of(f"The event bus {self._bus}"):
            answer = self._client.put_events(
                Entries=[
                    {
                        "EventBusName": self._bus,
                        "Source": SOURCE,
                        "DetailType": event.type,
                        "Detail": event.to_json().decode(),
                    }
                ]
            )
        if answer["FailedEntryCount"]:  # the call succeeds even when its entries do not
            reason = answer["Entries"][0].get("ErrorCode", "no reason given")
            raise TemporaryFaultError(f"The event bus {self._bus} did not take the event: {reason}.")
