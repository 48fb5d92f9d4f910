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
from invoicy.ports import DocumentStore, EventPublisher, Extractor, InvoiceIndex, OcrEngine
from tests.documents import ubl
from tests.emulators import Topic
from tests.fakes.index import MemoryIndex
from tests.fakes.pages import NotedWords, XmlExtractor
from tests.fakes.publisher import ListPublisher, PubSubClient
from tests.fakes.store import MemoryStore

Request = pytest.FixtureRequest


class PublisherRig(Struct, frozen=True):
    """A publisher, and what those who listen have heard from it: events as parsed JSON."""

    publisher: EventPublisher
    heard: Callable[[], list[dict[str, Any]]]


class ExtractorRig(Struct, frozen=True):
    """An extractor, a document for it with the invoice R-1, and one for it that is broken."""

    extractor: Extractor
    document: bytes
    broken: bytes


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
    """A bus whose events go to a queue, where the test hears them."""
    import boto3

    from invoicy_aws.publisher import SOURCE, EventBridgePublisher

    bus = request.getfixturevalue("s3_bucket")  # a name that no other test has
    events: Any = boto3.client("events")
    sqs: Any = boto3.client("sqs")
    queue = sqs.create_queue(QueueName=bus)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.create_event_bus(Name=bus)
    events.put_rule(Name="all", EventBusName=bus, EventPattern=json.dumps({"source": [SOURCE]}))
    events.put_targets(Rule="all", EventBusName=bus, Targets=[{"Id": "queue", "Arn": arn}])

    def heard() -> list[dict[str, Any]]:
        messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        return [json.loads(message["Body"])["detail"]["data"] for message in messages]

    return PublisherRig(EventBridgePublisher(events, bus), heard)


def _pub_sub_rig(request: Request) -> PublisherRig:
    """A topic whose messages are pulled; without Google's emulator those that the client was given."""
    from invoicy_gcp.publisher import PubSubPublisher

    topic: Topic | None = request.getfixturevalue("pub_sub_topic")
    if topic is not None:
        return PublisherRig(PubSubPublisher(topic.client, topic.name), topic.heard)
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
OCR_ENGINES: dict[str, Callable[[Request], OcrEngine]] = {"noted": lambda _: NotedWords()}
EXTRACTORS: dict[str, Callable[[Request], ExtractorRig]] = {
    "xml": lambda _: ExtractorRig(XmlExtractor(), document=ubl(), broken=b"<a>"),
}
INDEXES: dict[str, Callable[[Request], InvoiceIndex]] = {"memory": lambda _: MemoryIndex()}


@pytest.fixture(params=STORES)
def store(request: Request) -> DocumentStore:
    return STORES[request.param](request)


@pytest.fixture(params=PUBLISHERS)
def publisher_rig(request: Request) -> PublisherRig:
    return PUBLISHERS[request.param](request)


@pytest.fixture(params=INDEXES)
def index(request: Request) -> InvoiceIndex:
    return INDEXES[request.param](request)


@pytest.fixture(params=OCR_ENGINES)
def ocr(request: Request) -> OcrEngine:
    return OCR_ENGINES[request.param](request)


@pytest.fixture(params=EXTRACTORS)
def extractor_rig(request: Request) -> ExtractorRig:
    return EXTRACTORS[request.param](request)
