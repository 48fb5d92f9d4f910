"""An upload to GCS, told by a CloudEvent in binary mode, becomes a stored reading."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import functions_framework
import pytest

import invoicy_gcp.bucket
from invoicy.reading import Reading, Status
from tests.house import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

NAME = "Eingang/Löhne März+1.xml"
ID = sha256(INVOICE).hexdigest()
READING = f"readings/default/{ID}/1.0.json"
FINALIZED = "google.cloud.storage.object.v1.finalized"


@pytest.fixture
def service() -> Any:
    """A client of the service that functions-framework makes of the handler."""
    app = functions_framework.create_app("handler", str(Path(invoicy_gcp.bucket.__file__)), "cloudevent")
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app.test_client()


def told(service: Any, bucket: str, name: str = NAME, kind: str = FINALIZED) -> int:
    """HTTP status that answers Eventarc."""
    headers = {
        "ce-id": "1096434104173400",
        "ce-source": f"//storage.googleapis.com/projects/_/buckets/{bucket}",
        "ce-specversion": "1.0",
        "ce-subject": f"objects/{name}".encode().decode("latin-1"),
        "ce-time": "2026-03-01T12:00:00.333Z",
        "ce-type": kind,
    }
    data = {"kind": "storage#object", "bucket": bucket, "name": name, "generation": "1", "contentType": "text/xml"}
    return int(service.post("/", headers=headers, json=data).status_code)


def names_in(gcs: "Client", bucket: str) -> set[str]:
    return {blob.name for blob in gcs.list_blobs(bucket)}


def test_an_upload_is_read_and_its_reading_stored(gcs: "Client", bucket: str, service: Any) -> None:
    gcs.bucket(bucket).blob(NAME).upload_from_string(INVOICE)
    assert told(service, bucket) == 200
    reading = Reading.from_json(gcs.bucket(bucket).blob(READING).download_as_bytes())
    assert (reading.name, reading.status) == ("Löhne März+1.xml", Status.ACCEPTED)


def test_a_second_delivery_writes_nothing(gcs: "Client", bucket: str, service: Any) -> None:
    gcs.bucket(bucket).blob(NAME).upload_from_string(INVOICE)
    told(service, bucket)
    before = {(blob.name, blob.generation) for blob in gcs.list_blobs(bucket)}
    assert told(service, bucket) == 200
    assert {(blob.name, blob.generation) for blob in gcs.list_blobs(bucket)} == before


def test_what_is_no_invoice_is_answered_well_and_stored_as_rejected(gcs: "Client", bucket: str, service: Any) -> None:
    gcs.bucket(bucket).blob(NAME).upload_from_string(b"no invoice")
    assert told(service, bucket) == 200
    (key,) = (name for name in names_in(gcs, bucket) if name.endswith("/1.0.json"))
    assert Reading.from_json(gcs.bucket(bucket).blob(key).download_as_bytes()).status is Status.REJECTED


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (READING, FINALIZED),
        (f"documents/default/{ID}", FINALIZED),
        ("Eingang/", FINALIZED),
        (NAME, "google.cloud.storage.object.v1.deleted"),
        ("gone.xml", FINALIZED),
    ],
)
def test_what_is_no_upload_of_a_document_is_answered_well_and_read_not(
    gcs: "Client", bucket: str, service: Any, name: str, kind: str
) -> None:
    gcs.bucket(bucket).blob(NAME).upload_from_string(INVOICE)
    assert told(service, bucket, name, kind) == 200
    assert names_in(gcs, bucket) == {NAME}


def test_a_fault_is_answered_500_so_that_the_event_comes_again(
    gcs: "Client", bucket: str, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gcs.bucket(bucket).blob(NAME).upload_from_string(INVOICE)
    monkeypatch.setenv("INVOICY_BUCKET", f"no-such-{bucket}")
    assert told(service, bucket) == 500
