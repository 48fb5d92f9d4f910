"""Presigned addresses, each for one object in a bucket (Amazon S3 API, Signature Version 4 by query)."""

from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy_aws.faults import faults_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class Signer(Struct, frozen=True):
    """Signs PUTs into one bucket. seconds: how long they are valid."""

    client: "S3Client"
    bucket: str
    seconds: int

    def __call__(self, key: str, media_type: str) -> tuple[str, dict[str, str]]:
        """URL and headers of a PUT. Raises as faults_of does, where there are no credentials to sign with."""
        place = {"Bucket": self.bucket, "Key": key, "ContentType": media_type}
        with faults_of(f"The bucket {self.bucket}"):
            url = self.client.generate_presigned_url("put_object", Params=place, ExpiresIn=self.seconds)
        return url, {"Content-Type": media_type}
