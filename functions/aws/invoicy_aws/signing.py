"""Presigned URLs, each for one object in a bucket (Amazon S3 API, Signature Version 4 in the query)."""

from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_ABSENT = "*"  # the value of If-None-Match with which S3 creates no second object


class Signer(Struct, frozen=True):
    """Signs uploads to one bucket. seconds: the lifetime of a URL."""

    client: "S3Client"
    bucket: str
    seconds: int

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]:
        """Return URL and headers of a PUT that creates the object only if it is absent.

        Raises as faults_of does if there are no credentials.
        """
        arguments = {"Bucket": self.bucket, "Key": key, "ContentType": media_type, "IfNoneMatch": _ABSENT}
        with faults_of(f"the bucket {self.bucket}"):
            url = self.client.generate_presigned_url("put_object", Params=arguments, ExpiresIn=self.seconds)
        return url, {"Content-Type": media_type, "If-None-Match": _ABSENT}
