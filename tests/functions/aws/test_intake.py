"""An uploaded object becomes a stored reading, with its origin and its tenant."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import structs

from invoicy import read
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.storage import upload_key
from invoicy_aws.events.object_ref import ObjectRef
from tests.fakes.faults import Trouble
from tests.functions.aws.conftest import Failing
from tests.functions.aws.sample_events import ID, READING
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def test_an_object_is_read_for_the_tenant_of_the_settings(s3: "S3Client", bucket: str, failing: Failing) -> None:
    s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)
    receipt = failing(Trouble()).take(ObjectRef(bucket, "a.xml"))
    assert receipt is not None
    assert (receipt.key, receipt.created) == (READING, True)


def test_an_upload_is_read_for_the_tenant_in_its_key(s3: "S3Client", bucket: str, failing: Failing) -> None:
    key = upload_key("acme", "0" * 32, "a.xml")
    s3.put_object(Bucket=bucket, Key=key, Body=INVOICE)
    receipt = failing(Trouble()).take(ObjectRef(bucket, key))
    assert receipt is not None
    assert receipt.key == f"readings/acme/{ID}/1.0.json"


def test_the_origin_names_the_object_and_its_tags(
    s3: "S3Client", bucket: str, failing: Failing, keys_in: Callable[[], set[str]]
) -> None:
    s3.put_object(Bucket=bucket, Key="in/a.xml", Body=INVOICE, Tagging="department=buying")
    failing(Trouble()).take(ObjectRef(bucket, "in/a.xml"))
    (key,) = (key for key in keys_in() if "/sources/" in key)
    origin = json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    assert (origin["origin"], origin["name"]) == (f"s3://{bucket}/in/a.xml", "a.xml")
    assert origin["tags"] == {"department": "buying"}


def test_an_object_that_no_longer_exists_leaves_nothing(
    bucket: str, failing: Failing, keys_in: Callable[[], set[str]]
) -> None:
    assert failing(Trouble()).take(ObjectRef(bucket, "a.xml")) is None
    assert keys_in() == set()


def test_an_object_above_the_limit_gets_a_rejected_reading_under_its_hash(
    s3: "S3Client", bucket: str, failing: Failing
) -> None:
    s3.put_object(Bucket=bucket, Key="a.xml", Body=INVOICE)
    intake = structs.replace(failing(Trouble()), limit=len(INVOICE) - 1)
    receipt = intake.take(ObjectRef(bucket, "a.xml"))
    assert receipt is not None
    assert receipt.key == READING
    assert [finding.rule for finding in receipt.reading.findings] == ["INVOICY-TOO-LARGE"]


@pytest.mark.slow
def test_the_reading_of_a_document_too_large_is_the_same_as_on_a_laptop(
    s3: "S3Client", bucket: str, failing: Failing
) -> None:
    content = b"%PDF-" + bytes(MAX_DOCUMENT_BYTES)
    s3.put_object(Bucket=bucket, Key="a.pdf", Body=content)
    receipt: Any = failing(Trouble()).take(ObjectRef(bucket, "a.pdf"))
    assert receipt.reading == read(content, name="a.pdf")
    assert s3.get_object(Bucket=bucket, Key=receipt.key)["Body"].read().decode() == receipt.reading.to_json()
