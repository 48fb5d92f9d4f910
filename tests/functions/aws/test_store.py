"""A store in S3; tests/contracts runs the promises of the port."""

from typing import TYPE_CHECKING

import pytest

from invoicy.errors import AccessRefusedError
from invoicy_aws.store import S3Store

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


def test_a_bucket_that_does_not_exist_is_named_in_the_error(s3: "S3Client") -> None:
    store = S3Store(s3, "no-such-bucket-here")
    with pytest.raises(AccessRefusedError) as raised:
        store.create("a", b"")
    assert str(raised.value) == (
        "Access to the bucket no-such-bucket-here was denied (NoSuchBucket). Check its name and the permissions."
    )


def test_more_keys_than_a_page_of_s3_are_listed(s3: "S3Client", s3_bucket: str) -> None:
    names = [f"r/{number:04}" for number in range(1_001)]
    for name in names:
        s3.put_object(Bucket=s3_bucket, Key=name, Body=b"")
    assert S3Store(s3, s3_bucket).keys("r") == tuple(names)
