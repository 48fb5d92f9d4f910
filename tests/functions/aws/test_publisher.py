"""A subscriber of the bus gets the CloudEvent as the detail."""

import json

from invoicy_aws.publisher import EventBridgePublisher
from tests.contracts.test_event_publisher import EVENT
from tests.fakes.publisher import EventBus


def test_the_entry_has_the_source_and_type_of_the_cloud_event_in_its_detail() -> None:
    bus = EventBus()
    EventBridgePublisher(bus, "bus").publish(EVENT)  # type: ignore[arg-type]
    (entry,) = bus.entries
    detail = json.loads(entry["Detail"])
    assert detail == json.loads(EVENT.to_json())
    assert (entry["Source"], entry["DetailType"]) == (detail["source"], detail["type"])
