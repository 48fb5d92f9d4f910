"""A subscriber of the bus gets the CloudEvent as the detail."""

import json
from typing import Any

from invoicy_aws.publisher import EventBridgePublisher
from tests.contracts.test_event_publisher import EVENT


class Bus:
    """The part of EventBridge that takes events."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, int]:  # noqa: N803  botocore's name
        self.entries += Entries
        return {"FailedEntryCount": 0}


def test_the_entry_has_the_source_and_type_of_the_cloud_event_in_its_detail() -> None:
    bus = Bus()
    EventBridgePublisher(bus, "bus").publish(EVENT)  # type: ignore[arg-type]
    (entry,) = bus.entries
    detail = json.loads(entry["Detail"])
    assert detail == json.loads(EVENT.to_json())
    assert (entry["Source"], entry["DetailType"]) == (detail["source"], detail["type"])
