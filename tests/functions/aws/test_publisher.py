"""A listener on the bus gets events of the published schema."""

import json
from typing import Any

import msgspec
from jsonschema import Draft202012Validator

from invoicy_aws.publisher import Detail, EventBridgePublisher
from tests.contracts.test_event_publisher import EVENT
from tests.requirements import ROOT

SCHEMA = ROOT / "infra" / "aws" / "reading-stored.schema.json"


class Bus:
    """The part of EventBridge that takes events."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, int]:  # noqa: N803  botocore's name
        self.entries += Entries
        return {"FailedEntryCount": 0}


def test_the_published_schema_is_the_events_own() -> None:
    described = msgspec.json.schema(Detail)
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == text, f"write to {SCHEMA}:\n{text}"


def test_the_detail_is_a_cloud_event_that_fits_the_schema() -> None:
    bus = Bus()
    EventBridgePublisher(bus, "bus").publish(EVENT)  # type: ignore[arg-type]
    (entry,) = bus.entries
    detail = json.loads(entry["Detail"])
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(detail)
    assert (entry["Source"], entry["DetailType"]) == ("invoicy", "invoicy.reading.stored")
    assert (detail["specversion"], detail["type"]) == ("1.0", entry["DetailType"])
    assert (detail["id"], detail["subject"]) == (EVENT.id, EVENT.document)
    assert detail["data"]["status"] == "review"
