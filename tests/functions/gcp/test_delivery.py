"""Every format of event that names an upload or contains a document: the requests in infra/gcp/events."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.readings.reading import Reading, Status
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.payloads import AUDITED, FINALIZED
from invoicy_gcp.events.pub_sub import PUBLISHED
from tests.functions.gcp.conftest import EVENTS, KEY, keys_in, post_event, upload
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


def generations_in(gcs: "Client", bucket: str) -> set[tuple[str, int]]:
    return {(blob.name, blob.generation) for blob in gcs.list_blobs(bucket)}


def readings_in(gcs: "Client", bucket: str) -> list[Reading]:
    keys = [key for key in keys_in(gcs, bucket) if key.endswith("/1.0.json")]
    return [Reading.from_json(gcs.bucket(bucket).blob(key).download_as_bytes()) for key in keys]


def origins_in(gcs: "Client", bucket: str) -> list[str]:
    """Return the origins that are stored beside the reading."""
    folder = gcs.list_blobs(bucket, prefix=f"readings/default/{ID}/sources/")
    return [json.loads(blob.download_as_bytes())["origin"] for blob in folder]


def test_every_recorded_event_is_tested() -> None:
    names = {name for _, name in (*UPLOADS, *OTHERS)} | set(DOCUMENTS)
    assert names == {file.stem for file in EVENTS.glob("*.json")}


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_an_upload_is_read_and_its_reading_stored(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    assert post_event(service, event, upload(gcs, bucket)) in {200, 204}
    reading = Reading.from_json(gcs.bucket(bucket).blob(READING).download_as_bytes())
    assert (reading.name, reading.status) == ("Löhne März+1.xml", Status.ACCEPTED)


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_a_second_delivery_writes_nothing(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    ref = upload(gcs, bucket)
    post_event(service, event, ref)
    before = generations_in(gcs, bucket)
    assert len(before) == 3
    assert post_event(service, event, ref) in {200, 204}
    assert generations_in(gcs, bucket) == before


def test_one_generation_has_one_origin_in_every_format(
    gcs: "Client", bucket: str, bucket_service: Any, message_service: Any
) -> None:
    ref = upload(gcs, bucket)
    for event in CLOUD_EVENTS:
        post_event(bucket_service, event, ref)
    for event in PUSHES:
        post_event(message_service, event, ref)
    assert origins_in(gcs, bucket) == [f"gs://{bucket}/{KEY}#{ref.version}"]
    assert len(keys_in(gcs, bucket)) == 3


def test_another_generation_of_the_same_bytes_is_another_origin(
    gcs: "Client", bucket: str, bucket_service: Any
) -> None:
    for ref in (upload(gcs, bucket), upload(gcs, bucket)):
        post_event(bucket_service, "gcs_finalized_binary", ref)
    assert len(readings_in(gcs, bucket)) == 1
    assert len(origins_in(gcs, bucket)) == 1  # the first generation was replaced before its event came
    post_event(bucket_service, "gcs_finalized_binary", upload(gcs, bucket))
    assert len(set(origins_in(gcs, bucket))) == 2
    assert len(readings_in(gcs, bucket)) == 1


@pytest.mark.parametrize(("service", "event"), OTHERS, indirect=["service"])
def test_an_event_of_another_type_is_accepted_and_starts_nothing(
    gcs: "Client", bucket: str, service: Any, event: str
) -> None:
    assert post_event(service, event, upload(gcs, bucket)) in {200, 204}
    assert keys_in(gcs, bucket) == {KEY}


@pytest.mark.parametrize(
    "key",
    [READING, f"documents/default/{ID}", f"archived/default/1.0/{ID[:32]}.json", "Eingang/"],
    ids=["reading", "document", "mark", "folder"],
)
@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_folders_and_objects_of_the_pipeline_start_nothing(
    gcs: "Client", bucket: str, service: Any, event: str, key: str
) -> None:
    assert post_event(service, event, upload(gcs, bucket, key=key)) in {200, 204}
    assert keys_in(gcs, bucket) == {key}


@pytest.mark.parametrize(("service", "event"), UPLOADS, indirect=["service"])
def test_an_event_about_a_deleted_object_is_accepted(gcs: "Client", bucket: str, service: Any, event: str) -> None:
    ref = upload(gcs, bucket)
    gcs.bucket(bucket).blob(KEY).delete()
    assert post_event(service, event, ref) in {200, 204}
    assert keys_in(gcs, bucket) == set()


def test_a_replaced_object_is_left_to_the_event_of_its_successor(
    gcs: "Client", bucket: str, bucket_service: Any
) -> None:
    refs = [upload(gcs, bucket, b"first"), upload(gcs, bucket)]
    assert [post_event(bucket_service, "gcs_finalized_binary", ref) for ref in refs] == [200, 200]
    assert [reading.id for reading in readings_in(gcs, bucket)] == [ID]


@pytest.mark.parametrize("content", [b"", b"no invoice"], ids=["empty", "text"])
def test_an_upload_without_an_invoice_is_accepted_and_stored_as_rejected(
    gcs: "Client", bucket: str, bucket_service: Any, content: bytes
) -> None:
    assert post_event(bucket_service, "gcs_finalized_binary", upload(gcs, bucket, content)) == 200
    assert [reading.status for reading in readings_in(gcs, bucket)] == [Status.REJECTED]


@pytest.mark.parametrize("event", DOCUMENTS)
def test_a_document_in_a_message_is_read_and_kept(gcs: "Client", bucket: str, message_service: Any, event: str) -> None:
    assert post_event(message_service, event, ObjectRef(bucket, KEY, 1)) == 204
    folders = sorted(key.partition("/")[0] for key in keys_in(gcs, bucket))
    assert folders == ["documents", "readings", "readings"]
    (reading,) = readings_in(gcs, bucket)
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
@pytest.mark.parametrize("event_type", [FINALIZED, AUDITED, PUBLISHED])
def test_an_event_that_names_no_object_becomes_a_rejected_reading(
    gcs: "Client", bucket: str, bucket_service: Any, event_type: str, data: Any
) -> None:
    headers = {"ce-id": "1", "ce-source": "//somewhere", "ce-specversion": "1.0", "ce-type": event_type}
    assert bucket_service.post("/", headers=headers, json=data).status_code == 200
    assert [reading.status for reading in readings_in(gcs, bucket)] == [Status.REJECTED]
