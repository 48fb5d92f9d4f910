"""Both clouds publish the same event and store the same reading for the same upload."""

import json
from pathlib import Path
from typing import Any

import pytest
from cloudevents.http import CloudEvent
from msgspec import Struct, structs

from invoicy.ports import EventPublisher
from invoicy_aws import bucket as aws_bucket
from invoicy_aws.intake import Intake as AwsIntake
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_gcp.events.cloud_event import from_cloud_event
from invoicy_gcp.intake import Intake as GcpIntake
from invoicy_gcp.publisher import PubSubPublisher
from tests.fakes.objects import GcsObject, S3Object
from tests.fakes.publisher import EventBus, PubSubClient
from tests.functions.aws.sample_events import Context, put_event
from tests.memory_pipeline import MemoryPipeline
from tests.requirements import SAMPLES

DOCUMENTS = sorted(SAMPLES.iterdir())


class Processed(Struct, frozen=True):
    """The result of an upload. event: the published JSON. objects: those in the store, as parsed JSON."""

    event: Any
    objects: dict[str, Any]


def on_aws(document: Path) -> Processed:
    memory, bus = MemoryPipeline(), EventBus()
    client: Any = S3Object(document.read_bytes())
    publisher = EventBridgePublisher(bus, "bus")  # type: ignore[arg-type]  # the part of the client that it calls
    intake = AwsIntake(pipeline=published_by(publisher, memory), client=client, tenant="default")
    context: Any = Context()
    aws_bucket.response_to(put_event("inbox", f"in/{document.name}"), context, intake)
    (entry,) = bus.entries
    return Processed(json.loads(entry["Detail"]), stored_in(memory))


def on_google_cloud(document: Path) -> Processed:
    memory, topic = MemoryPipeline(), PubSubClient()
    client: Any = GcsObject(document.read_bytes())
    publisher = PubSubPublisher(topic, "topic")
    intake = GcpIntake(pipeline=published_by(publisher, memory), client=client, tenant="default", seconds=60)
    attributes = {"type": "google.cloud.storage.object.v1.finalized", "source": "//storage.googleapis.com/inbox"}
    data = {"bucket": "inbox", "name": f"in/{document.name}", "generation": "7"}
    ref: Any = from_cloud_event(CloudEvent(attributes, data))
    intake.take(ref)
    ((_, message, _),) = topic.messages
    return Processed(json.loads(message), stored_in(memory))


def published_by(publisher: EventPublisher, memory: MemoryPipeline) -> Any:
    return structs.replace(memory.pipeline(), publisher=publisher)


def stored_in(memory: MemoryPipeline) -> dict[str, Any]:
    return {key: json.loads(content) for key, content in memory.store.objects.items()}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_same_upload_publishes_the_same_event_and_stores_the_same_reading(document: Path) -> None:
    aws, google = on_aws(document), on_google_cloud(document)
    assert aws.event == google.event
    assert aws.objects[aws.event["id"]] == google.objects[google.event["id"]]


def test_only_the_origin_and_the_time_differ() -> None:
    origins = [
        next(content for key, content in processed.objects.items() if "/sources/" in key)
        for processed in (on_aws(DOCUMENTS[0]), on_google_cloud(DOCUMENTS[0]))
    ]
    name = DOCUMENTS[0].name
    assert [origin.pop("origin") for origin in origins] == [f"s3://inbox/in/{name}", f"gs://inbox/in/{name}#7"]
    assert all(origin.pop("received") for origin in origins)
    assert origins == [{"name": name}] * 2
