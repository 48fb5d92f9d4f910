"""Every shape in which Google Cloud tells of an upload: the recorded requests in infra/gcp/events."""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.readings.reading import Reading, Status
from tests.functions.gcp.conftest import EVENTS, NAME, Upload, names_in, told, uploaded
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

ID = sha256(INVOICE).hexdigest()
READING = f"readings/default/{ID}/1.0.json"
CLOUD_EVENTS = (
    "audit_log_binary",
    "eventarc_pubsub_notification",
    "eventarc_pubsub_notification_structured",
    "gcs_finalized_binary",
    "gcs_finalized_structured",
)
PUSHES = ("pubsub_push_cloudevent", "pubsub_push_notification", "pubsub_push_notification_no_payload")
UPLOADS = (*(("bucket", name) for name in CLOUD_EVENTS), *(("message", name) for name in PUSHES))
OTHERS = (
    ("bucket", "audit_log_read_binary"),
    ("bucket", "audit_log_refused_binary"),
    ("bucket", "gcs_deleted_binary"),
    ("message", "pubsub_push_notification_deleted"),
    ("message", "pubsub_push_reading_stored"),
)
DOCUMENTS = ("pubsub_push_document", "pubsub_push_no_document")


@pytest.fixture
def service(request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(f"{request.param}_service")


def test_every_recorded_event_is_tested() -> None:
    names = {name for _, name in (*UPLOADS, *OTHERS)} | set(DOCUMENTS)
    assert names == {file.stem for file in EVENTS.glob("*.json")}


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_an_upload_is_read_and_its_reading_stored(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    assert told(service, event, uploaded(gcs, bucket)) in {200, 204}
    reading = Reading.from_json(gcs.bucket(bucket).blob(READING).download_as_bytes())
    assert (reading.name, reading.status) == ("Löhne März+1.xml", Status.ACCEPTED)


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_a_second_delivery_writes_nothing(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    upload = uploaded(gcs, bucket)
    told(service, event, upload)
    before = {(blob.name, blob.generation) for blob in gcs.list_blobs(bucket)}
    assert len(before) == 3
    assert told(service, event, upload) in {200, 204}
    assert {(blob.name, blob.generation) for blob in gcs.list_blobs(bucket)} == before


def test_every_shape_of_event_tells_of_the_same_upload(
    gcs: "Client", bucket: str, bucket_service: Any, message_service: Any
) -> None:
    upload = uploaded(gcs, bucket)
    for event in CLOUD_EVENTS:
        told(bucket_service, event, upload)
    for event in PUSHES:
        told(message_service, event, upload)
    assert len(names_in(gcs, bucket)) == 3


@pytest.mark.parametrize(("service", "event"), OTHERS, indirect=["service"])
def test_an_event_of_another_kind_is_answered_well_and_starts_nothing(
    gcs: "Client", bucket: str, service: Any, event: str
) -> None:
    assert told(service, event, uploaded(gcs, bucket)) in {200, 204}
    assert names_in(gcs, bucket) == {NAME}


@pytest.mark.parametrize(
    "name",
    [READING, f"documents/default/{ID}", f"archived/default/1.0/{ID[:32]}.json", "Eingang/"],
    ids=["reading", "document", "mark", "folder"],
)
@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_our_own_output_and_folders_start_nothing(
    gcs: "Client", bucket: str, service: Any, event: str, name: str
) -> None:
    assert told(service, event, uploaded(gcs, bucket, name=name)) in {200, 204}
    assert names_in(gcs, bucket) == {name}


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_an_object_that_is_gone_is_answered_well(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    upload = uploaded(gcs, bucket)
    gcs.bucket(bucket).blob(NAME).delete()
    assert told(service, event, upload) in {200, 204}
    assert names_in(gcs, bucket) == set()


def test_what_was_overwritten_is_left_to_the_event_of_what_overwrote_it(
    gcs: "Client", bucket: str, bucket_service: Any
) -> None:
    first = uploaded(gcs, bucket, b"first")
    second = uploaded(gcs, bucket)
    assert told(bucket_service, "gcs_finalized_binary", first) == 200
    assert told(bucket_service, "gcs_finalized_binary", second) == 200
    assert len([name for name in names_in(gcs, bucket) if name.endswith("/1.0.json")]) == 1


@pytest.mark.parametrize("content", [b"", b"no invoice"], ids=["empty", "text"])
def test_what_is_no_invoice_is_answered_well_and_stored_as_rejected(
    gcs: "Client", bucket: str, bucket_service: Any, content: bytes
) -> None:
    assert told(bucket_service, "gcs_finalized_binary", uploaded(gcs, bucket, content)) == 200
    (key,) = (name for name in names_in(gcs, bucket) if name.endswith("/1.0.json"))
    assert Reading.from_json(gcs.bucket(bucket).blob(key).download_as_bytes()).status is Status.REJECTED


@pytest.mark.parametrize("event", DOCUMENTS)
def test_a_document_in_a_message_is_read_and_kept(gcs: "Client", bucket: str, message_service: Any, event: str) -> None:
    assert told(message_service, event, Upload(bucket, NAME, 1)) == 204
    names = sorted(names_in(gcs, bucket))
    assert [name.partition("/")[0] for name in names] == ["documents", "readings", "readings"]
    (key,) = (name for name in names if name.endswith("/1.0.json"))
    reading = Reading.from_json(gcs.bucket(bucket).blob(key).download_as_bytes())
    assert (reading.status is Status.REJECTED) == (event == "pubsub_push_no_document")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"bucket": 1},
        [],
        "text",
        {"protoPayload": {"methodName": "storage.objects.create"}},
        {"protoPayload": {"methodName": "storage.objects.create", "resourceName": "projects/_/buckets/b"}},
        {"message": {"data": "no base64", "attributes": {}}},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "kind",
    [
        "google.cloud.storage.object.v1.finalized",
        "google.cloud.audit.log.v1.written",
        "google.cloud.pubsub.topic.v1.messagePublished",
    ],
)
def test_an_event_that_names_no_object_ends_as_a_rejected_reading(
    gcs: "Client", bucket: str, bucket_service: Any, kind: str, data: Any
) -> None:
    headers = {"ce-id": "1", "ce-source": "//somewhere", "ce-specversion": "1.0", "ce-type": kind}
    assert bucket_service.post("/", headers=headers, json=data).status_code == 200
    (key,) = (name for name in names_in(gcs, bucket) if name.endswith("/1.0.json"))
    assert Reading.from_json(gcs.bucket(bucket).blob(key).download_as_bytes()).status is Status.REJECTED
