"""Both clouds do the same with the same upload: the same event, the same reading, the same answer to its sender."""

import json
import logging
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec import structs

from invoicy.errors import TemporaryFaultError
from invoicy.pipeline import NullPublisher, Pipeline
from invoicy.storage import document_key, reading_key
from tests.fakes.faults import FaultyPublisher, FaultyStore, Trouble
from tests.fakes.objects import FORBIDDEN
from tests.functions.twin_clouds import CLOUDS, Inbox, TwinCloud
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.requirements import ROOT, SAMPLES
from tests.xml_documents import ubl

DOCUMENTS = sorted(SAMPLES.iterdir())
SCHEMA = json.loads((ROOT / "docs" / "reading-stored.schema.json").read_text(encoding="utf-8"))
REQUIRED_ATTRIBUTES = ("id", "source", "specversion", "type")  # CloudEvents 1.0, section 3
KEY = "in/a.xml"
ID = sha256(INVOICE).hexdigest()
READING = reading_key("default", ID, "1.0")

each_cloud = pytest.mark.parametrize("cloud", CLOUDS, ids=lambda cloud: cloud.name)


def delivered(
    cloud: TwinCloud, content: bytes | None = INVOICE, *, key: str = KEY, **changes: Any
) -> tuple[MemoryPipeline, list[str]]:
    """Deliver the event of one upload. content: None for an object that was deleted. changes: of the inbox."""
    memory = MemoryPipeline()
    inbox = Inbox(objects={} if content is None else {key: content}, pipeline=memory.pipeline(), **changes)
    return memory, cloud.deliver(inbox, [key])


def stored_in(memory: MemoryPipeline) -> dict[str, Any]:
    return {key: json.loads(content) for key, content in memory.store.objects.items()}


def origin_in(memory: MemoryPipeline) -> dict[str, Any]:
    (origin,) = (content for key, content in stored_in(memory).items() if "/sources/" in key)
    return dict(origin)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_same_upload_publishes_the_same_event_and_stores_the_same_reading(document: Path) -> None:
    aws, google_cloud = (delivered(cloud, document.read_bytes(), key=f"in/{document.name}")[0] for cloud in CLOUDS)
    published = [
        cloud.publish(event)
        for cloud, memory in zip(CLOUDS, (aws, google_cloud), strict=True)
        for event in memory.publisher.events
    ]
    assert published[0] == published[1]
    reading = published[0]["id"]
    assert aws.store.objects[reading] == google_cloud.store.objects[reading]
    Draft202012Validator(SCHEMA).validate(published[0])
    assert all(published[0][attribute] for attribute in REQUIRED_ATTRIBUTES)


@each_cloud
@pytest.mark.parametrize("key", ["in/a.xml", "Eingang/Löhne März+1 100%.xml"])
def test_the_origin_names_object_and_version_and_only_this_and_the_time_differ(cloud: TwinCloud, key: str) -> None:
    memory, _ = delivered(cloud, key=key)
    origin = origin_in(memory)
    assert origin.pop("origin") == f"{cloud.scheme}://inbox/{key}{cloud.version}"
    assert origin.pop("received")
    assert origin == {"name": key.rpartition("/")[2]}


@each_cloud
def test_an_object_that_is_gone_is_done(cloud: TwinCloud, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "invoicy")
    memory, again = delivered(cloud, None)
    assert (memory.store.objects, again) == ({}, [])
    uri = f"{cloud.scheme}://inbox/{KEY}{cloud.version}"
    assert caplog.messages == [f"{uri} no longer exists; there is nothing to read"]


@each_cloud
@pytest.mark.parametrize(
    ("content", "limit", "rule"),
    [(INVOICE, 10, "INVOICY-TOO-LARGE"), (b"", 10, "INVOICY-EMPTY-DOCUMENT")],
    ids=["too large", "empty"],
)
def test_a_document_outside_the_limits_is_done_and_rejected(
    cloud: TwinCloud, content: bytes, limit: int, rule: str
) -> None:
    memory, again = delivered(cloud, content, limit=limit)
    reading = stored_in(memory)[reading_key("default", sha256(content).hexdigest(), "1.0")]
    assert again == []
    assert (reading["status"], [finding["rule"] for finding in reading["findings"]]) == ("rejected", [rule])


@each_cloud
@pytest.mark.parametrize("key", [READING, document_key("default", ID), "in/"], ids=["reading", "document", "folder"])
def test_folders_and_the_output_of_the_pipeline_start_nothing(cloud: TwinCloud, key: str) -> None:
    memory, again = delivered(cloud, key=key)
    assert (memory.store.objects, memory.publisher.events, again) == ({}, [], [])


@each_cloud
def test_a_second_delivery_stores_nothing_and_publishes_the_same_event(
    cloud: TwinCloud, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "invoicy")
    memory = MemoryPipeline()
    inbox = Inbox(objects={KEY: INVOICE}, pipeline=memory.pipeline())
    cloud.deliver(inbox, [KEY])
    stored = dict(memory.store.objects)
    assert cloud.deliver(inbox, [KEY]) == []
    assert memory.store.objects == stored
    first, second = memory.publisher.events
    assert first == second
    assert caplog.messages == ["document stored", "document stored before"]
    assert {(vars(record)["document"], vars(record)["status"]) for record in caplog.records} == {(ID, "accepted")}


@each_cloud
def test_of_ten_messages_only_the_three_that_failed_come_again(cloud: TwinCloud) -> None:
    keys = [f"{FORBIDDEN if number in {2, 5, 9} else 'in/'}{number}.xml" for number in range(10)]
    memory = MemoryPipeline()
    objects = {key: ubl(f"<!-- {key} -->") for key in keys}
    again = cloud.deliver(Inbox(objects=objects, pipeline=memory.pipeline()), keys)
    assert again == [key for key in keys if key.startswith(FORBIDDEN)]
    assert len(memory.readings()) == 7


def throttled(pipeline: Pipeline, trouble: Trouble) -> Pipeline:
    return structs.replace(pipeline, store=FaultyStore(pipeline.store, trouble))


def mute(pipeline: Pipeline, trouble: Trouble) -> Pipeline:
    return structs.replace(pipeline, publisher=FaultyPublisher(pipeline.publisher, trouble))


@each_cloud
@pytest.mark.parametrize("faulty", [throttled, mute], ids=["store throttled", "publisher down"])
def test_a_fault_that_may_pass_leads_to_another_delivery_which_succeeds(
    cloud: TwinCloud, faulty: Callable[[Pipeline, Trouble], Pipeline]
) -> None:
    memory = MemoryPipeline()
    pipeline = faulty(memory.pipeline(), Trouble(0, TemporaryFaultError("SlowDown")))
    inbox = Inbox(objects={KEY: INVOICE}, pipeline=pipeline)
    assert cloud.deliver(inbox, [KEY]) == [KEY]
    assert memory.publisher.events == []
    assert cloud.deliver(inbox, [KEY]) == []
    assert [event.id for event in memory.publisher.events] == [READING]


@each_cloud
def test_without_a_publisher_nothing_is_published_and_nothing_is_logged_about_it(
    cloud: TwinCloud, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG, "invoicy")
    memory = MemoryPipeline()
    pipeline = structs.replace(memory.pipeline(), publisher=NullPublisher())
    assert cloud.deliver(Inbox(objects={KEY: INVOICE}, pipeline=pipeline), [KEY]) == []
    assert memory.readings() == [READING]
    assert caplog.messages == ["document stored"]
    assert capsys.readouterr().err == ""
