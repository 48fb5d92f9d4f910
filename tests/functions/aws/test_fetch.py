"""Objects too large to be documents are refused by their own hash, and never loaded."""

from hashlib import sha256
from typing import TYPE_CHECKING

from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.fetch import fetch
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def test_an_object_above_the_limit_is_hashed_and_left(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)
    fetched = fetch(s3, ObjectRef(s3_bucket, "a.xml"), limit=len(INVOICE) - 1)
    assert fetched is not None
    assert not fetched.whole
    assert (fetched.document.id, fetched.document.content) == (sha256(INVOICE).hexdigest(), b"")
    assert fetched.document.media_type == "application/xml"


def test_an_object_at_the_limit_is_whole(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)
    fetched = fetch(s3, ObjectRef(s3_bucket, "a.xml"), limit=len(INVOICE))
    assert fetched is not None
    assert fetched.document.content == INVOICE


def test_an_object_is_fetched_with_its_version(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_bucket_versioning(Bucket=s3_bucket, VersioningConfiguration={"Status": "Enabled"})
    version = s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)["VersionId"]
    for ref in (ObjectRef(s3_bucket, "a.xml"), ObjectRef(s3_bucket, "a.xml", version)):
        fetched = fetch(s3, ref, limit=len(INVOICE))
        assert fetched is not None
        assert fetched.ref == ObjectRef(s3_bucket, "a.xml", version)


def test_an_object_from_before_the_bucket_had_versions_has_none(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="a.xml", Body=INVOICE)
    s3.put_bucket_versioning(Bucket=s3_bucket, VersioningConfiguration={"Status": "Enabled"})
    fetched = fetch(s3, ObjectRef(s3_bucket, "a.xml"), limit=len(INVOICE))
    assert fetched is not None
    assert fetched.ref.version is None


def test_an_object_that_no_longer_exists_is_none(s3: "S3Client", s3_bucket: str) -> None:
    assert fetch(s3, ObjectRef(s3_bucket, "a.xml"), limit=1) is None


def test_an_object_has_the_name_after_the_last_folder_and_its_tags(s3: "S3Client", s3_bucket: str) -> None:
    s3.put_object(Bucket=s3_bucket, Key="in/2026/a.xml", Body=INVOICE, Tagging="department=buying")
    fetched = fetch(s3, ObjectRef(s3_bucket, "in/2026/a.xml"), limit=len(INVOICE))
    assert fetched is not None
    assert (fetched.document.name, fetched.tags) == ("a.xml", {"department": "buying"})
