"""The rigs: every adapter of every port. A new adapter is a function and one line in its tuple."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from invoicy.local.publisher import LogPublisher
from invoicy.local.store import FolderStore
from invoicy.ports import DocumentStore, EventPublisher
from tests.emulators import Topic
from tests.fakes.publisher import ListPublisher, PubSubClient
from tests.fakes.store import MemoryStore

Request = pytest.FixtureRequest


class PublisherRig(Struct, frozen=True):
    """A publisher. received: the events that its subscribers have received, as parsed JSON."""

    publisher: EventPublisher
    received: Callable[[], list[dict[str, Any]]]


def _folder(request: Request) -> DocumentStore:
    path: Path = request.getfixturevalue("tmp_path")
    return FolderStore(path / "store")


def _s3(request: Request) -> DocumentStore:
    from invoicy_aws.store import S3Store

    return S3Store(request.getfixturevalue("s3"), request.getfixturevalue("s3_bucket"))


def _gcs(request: Request) -> DocumentStore:
    from invoicy_gcp.store import GcsStore

    return GcsStore(request.getfixturevalue("gcs"), request.getfixturevalue("gcs_bucket"))


def _list_rig(_: Request) -> PublisherRig:
    publisher = ListPublisher()
    return PublisherRig(publisher, lambda: [json.loads(event.to_json()) for event in publisher.events])


def _log_rig(request: Request) -> PublisherRig:
    log: pytest.LogCaptureFixture = request.getfixturevalue("caplog")
    log.set_level(logging.INFO, "invoicy.events")
    return PublisherRig(LogPublisher(), lambda: [json.loads(record.getMessage()) for record in log.records])


def _event_bridge_rig(request: Request) -> PublisherRig:
    """A bus that sends its events to a queue, from which the test receives them."""
    import boto3

    from invoicy_aws.publisher import EventBridgePublisher

    bus = request.getfixturevalue("s3_bucket")  # a name that no other test has
    events: Any = boto3.client("events")
    sqs: Any = boto3.client("sqs")
    queue = sqs.create_queue(QueueName=bus)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.create_event_bus(Name=bus)
    events.put_rule(Name="all", EventBusName=bus, EventPattern=json.dumps({"source": ["invoicy"]}))
    events.put_targets(Rule="all", EventBusName=bus, Targets=[{"Id": "queue", "Arn": arn}])

    def received() -> list[dict[str, Any]]:
        messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        return [json.loads(message["Body"])["detail"] for message in messages]

    return PublisherRig(EventBridgePublisher(events, bus), received)


def _pub_sub_rig(request: Request) -> PublisherRig:
    """A topic whose messages are pulled; without Google's emulator those that the client was given."""
    from invoicy_gcp.publisher import PubSubPublisher

    topic: Topic | None = request.getfixturevalue("pub_sub_topic")
    if topic is not None:
        return PublisherRig(PubSubPublisher(topic.client, topic.name), topic.received)
    client: Any = PubSubClient()
    publisher = PubSubPublisher(client, "projects/test/topics/test")
    return PublisherRig(publisher, lambda: [json.loads(data) for _, data, _ in client.messages])


STORES: dict[str, Callable[[Request], DocumentStore]] = {
    "memory": lambda _: MemoryStore(),
    "folder": _folder,
    "s3": _s3,
    "gcs": _gcs,
}
PUBLISHERS: dict[str, Callable[[Request], PublisherRig]] = {
    "list": _list_rig,
    "log": _log_rig,
    "event-bridge": _event_bridge_rig,
    "pub-sub": _pub_sub_rig,
}


@pytest.fixture(params=STORES)
def store(request: Request) -> DocumentStore:
    return STORES[request.param](request)


@pytest.fixture(params=PUBLISHERS)
def publisher_rig(request: Request) -> PublisherRig:
    return PUBLISHERS[request.param](request)
