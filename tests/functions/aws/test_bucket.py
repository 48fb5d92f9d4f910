"""An upload to S3 becomes a stored reading."""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.errors import AccessRefusedError
from invoicy.reading import Reading, Status
from invoicy_aws.bucket import Upload, handler, uploads_of
from tests.house import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

KEY = "Eingang/Löhne März+1.xml"
ID = sha256(INVOICE).hexdigest()
READING = f"readings/default/{ID}/1.0.json"
EventText = Callable[[str], str]


def put_event(event_text: EventText, bucket: str, **changes: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(event_text("s3_put").replace("BUCKET", bucket))
    event["Records"][0]["eventName"] = changes.get("name", event["Records"][0]["eventName"])
    event["Records"][0]["s3"]["object"]["key"] = changes.get("key", event["Records"][0]["s3"]["object"]["key"])
    return event


def keys_in(s3: "S3Client", bucket: str) -> set[str]:
    return {each["Key"] for each in s3.list_objects_v2(Bucket=bucket).get("Contents", [])}


def test_an_upload_is_read_and_its_reading_stored(s3: "S3Client", bucket: str, event_text: EventText) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    assert handler(put_event(event_text, bucket), None) == {"readings": [READING]}
    reading = Reading.from_json(s3.get_object(Bucket=bucket, Key=READING)["Body"].read())
    assert (reading.name, reading.status) == ("Löhne März+1.xml", Status.ACCEPTED)


def test_the_source_names_bucket_and_key_as_they_are(s3: "S3Client", bucket: str, event_text: EventText) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    handler(put_event(event_text, bucket), None)
    (key,) = (key for key in keys_in(s3, bucket) if "/sources/" in key)
    assert json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())["origin"] == f"s3://{bucket}/{KEY}"


def test_a_second_delivery_writes_nothing(s3: "S3Client", bucket: str, event_text: EventText) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    event = put_event(event_text, bucket)
    handler(event, None)
    before = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert handler(event, None) == {"readings": [READING]}
    assert s3.list_objects_v2(Bucket=bucket)["Contents"] == before


def test_keys_are_decoded(event_text: EventText) -> None:
    assert uploads_of(put_event(event_text, "b")) == (Upload("b", KEY),)


@pytest.mark.parametrize(
    "changes",
    [
        {"key": READING},
        {"key": f"documents/default/{ID}"},
        {"key": "Eingang/"},
        {"name": "ObjectRemoved:Delete"},
    ],
    ids=["reading", "document", "folder", "removal"],
)
def test_what_is_no_upload_of_a_document_starts_nothing(event_text: EventText, changes: dict[str, str]) -> None:
    assert uploads_of(put_event(event_text, "b", **changes)) == ()


def test_the_event_that_s3_sends_to_try_a_notification_starts_nothing(event_text: EventText) -> None:
    assert handler(json.loads(event_text("s3_test")), None) == {"readings": []}


def test_an_object_that_is_gone_is_no_accident(bucket: str, event_text: EventText) -> None:
    assert handler(put_event(event_text, bucket), None) == {"readings": []}


def test_a_bucket_that_does_not_exist_is_raised(bucket: str, event_text: EventText) -> None:
    with pytest.raises(AccessRefusedError, match="no-such-bucket"):
        handler(put_event(event_text, f"no-such-bucket-{bucket}"), None)
