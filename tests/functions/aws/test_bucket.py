"""An upload to S3 becomes a stored reading."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from invoicy.errors import AccessRefusedError
from invoicy.readings.reading import Reading, Status
from invoicy_aws.bucket import handler
from tests.functions.aws.conftest import Recorded
from tests.functions.aws.sample_events import ID, KEY, READING, Context, put_event
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

KeysIn = Callable[[], set[str]]


ANSWERS: dict[str, dict[str, list[str]]] = {
    "s3_put": {"readings": [READING]},
    "sns": {"readings": [READING]},
    "event_bridge": {"readings": [READING]},
    "sqs": {"batchItemFailures": []},
    "sqs_sns": {"batchItemFailures": []},
    "sqs_event_bridge": {"batchItemFailures": []},
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_upload_is_read_and_its_reading_stored(s3: "S3Client", bucket: str, recorded: Recorded, name: str) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    assert handler(recorded(name), Context()) == ANSWERS[name]
    reading = Reading.from_json(s3.get_object(Bucket=bucket, Key=READING)["Body"].read())
    assert (reading.name, reading.status) == ("Löhne März+1.xml", Status.ACCEPTED)


def test_the_source_names_bucket_and_key_as_they_are_and_the_tags(
    s3: "S3Client", bucket: str, recorded: Recorded, keys_in: KeysIn
) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE, Tagging="department=buying")
    handler(recorded("s3_put"), Context())
    (key,) = (key for key in keys_in() if "/sources/" in key)
    source = json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    assert source["origin"] == f"s3://{bucket}/{KEY}"
    assert source["tags"] == {"department": "buying"}


def test_the_version_that_the_event_names_is_read_though_it_was_overwritten(
    s3: "S3Client", bucket: str, keys_in: KeysIn
) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)["VersionId"]
    s3.put_object(Bucket=bucket, Key="a.xml", Body=b"overwritten")
    assert handler(put_event(bucket, "a.xml", first), Context()) == {"readings": [READING]}
    (key,) = (key for key in keys_in() if "/sources/" in key)
    assert f"a.xml?versionId={first}" in s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def test_a_second_delivery_writes_nothing(s3: "S3Client", bucket: str, recorded: Recorded) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    handler(recorded("s3_put"), Context())
    before = s3.list_objects_v2(Bucket=bucket)["Contents"]
    assert handler(recorded("s3_put"), Context()) == {"readings": [READING]}
    assert s3.list_objects_v2(Bucket=bucket)["Contents"] == before


def test_the_event_of_our_own_output_starts_nothing(
    s3: "S3Client", bucket: str, recorded: Recorded, keys_in: KeysIn
) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    handler(recorded("s3_put"), Context())
    written = keys_in() - {KEY}
    assert len(written) == 2
    assert [handler(put_event(bucket, key), Context()) for key in written] == [{"readings": []}] * 2


def test_the_test_event_of_s3_starts_nothing(recorded: Recorded) -> None:
    assert handler(recorded("s3_test"), Context()) == {"readings": []}


@pytest.mark.parametrize("name", ["s3_put", "event_bridge"])
def test_a_deleted_object_is_done(recorded: Recorded, name: str) -> None:
    assert handler(recorded(name), Context()) == {"readings": []}


def test_a_deleted_version_is_done(s3: "S3Client", bucket: str) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    version = s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)["VersionId"]
    s3.delete_object(Bucket=bucket, Key="a.xml", VersionId=version)
    s3.put_object(Bucket=bucket, Key="a.xml", Body=b"another")
    assert handler(put_event(bucket, "a.xml", version), Context()) == {"readings": []}


def test_a_document_without_an_invoice_gets_a_rejected_reading(s3: "S3Client", bucket: str, keys_in: KeysIn) -> None:
    s3.put_object(Bucket=bucket, Key="a.bin", Body=b"\x00\x01")
    (key,) = handler(put_event(bucket, "a.bin"), Context())["readings"]
    assert key in keys_in()
    assert Reading.from_json(s3.get_object(Bucket=bucket, Key=key)["Body"].read()).status == Status.REJECTED


def test_an_upload_by_presigned_address_belongs_to_the_tenant_whose_key_asked_for_it(
    s3: "S3Client", bucket: str
) -> None:
    key = f"uploads/acme/{'0' * 32}/a.xml"
    s3.put_object(Bucket=bucket, Key=key, Body=INVOICE)
    assert handler(put_event(bucket, key), Context()) == {"readings": [f"readings/acme/{ID}/1.0.json"]}


def test_a_bucket_that_does_not_exist_is_raised(bucket: str) -> None:
    with pytest.raises(AccessRefusedError, match="no-such-bucket"):
        handler(put_event(f"no-such-bucket-{bucket}", "a.xml"), Context())


def test_batch_operations_are_answered_task_by_task(s3: "S3Client", bucket: str, recorded: Recorded) -> None:
    s3.put_object(Bucket=bucket, Key=KEY, Body=INVOICE)
    assert handler(recorded("s3_batch_2"), Context())["results"][0]["resultCode"] == "Succeeded"
