"""Objects too large to be documents are refused by their own hash, and never loaded."""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from invoicy import read
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy_aws import intake
from invoicy_aws.events.object_ref import Upload
from invoicy_aws.fetch import fetch
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def test_an_object_above_the_limit_is_hashed_and_left(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)
    found = fetch(s3, Upload(s3_bucket, "a.xml"), limit=len(INVOICE) - 1)
    assert found is not None
    assert not found.whole
    assert (found.document.id, found.document.content) == (sha256(INVOICE).hexdigest(), b"")
    assert found.document.media_type == "application/xml"


def test_an_object_at_the_limit_is_whole(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)
    found = fetch(s3, Upload(s3_bucket, "a.xml"), limit=len(INVOICE))
    assert found is not None
    assert found.document.content == INVOICE


@pytest.mark.slow
def test_the_reading_of_a_document_too_large_is_the_one_a_laptop_gives(s3: "S3Client", bucket: str) -> None:
    content = b"%PDF-" + bytes(MAX_DOCUMENT_BYTES)
    s3.put_object(Bucket=bucket, Key="a.pdf", Body=content)
    receipt: Any = intake.take(Upload(bucket, "a.pdf"))
    assert receipt.reading == read(content, name="a.pdf")
    assert s3.get_object(Bucket=bucket, Key=receipt.key)["Body"].read().decode() == receipt.reading.to_json()
