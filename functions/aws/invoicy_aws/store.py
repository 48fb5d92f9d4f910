"""A store in an S3 bucket. Objects are created with If-None-Match, so only if absent."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from invoicy.storage import PROBE
from invoicy_aws.faults import code_of, faults_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_TAKEN = frozenset({"PreconditionFailed", str(int(HTTPStatus.PRECONDITION_FAILED))})
_ABSENT = frozenset({"NoSuchKey", str(int(HTTPStatus.NOT_FOUND))})


class S3Store:
    """A DocumentStore in one bucket. Objects in S3 appear whole or not at all."""

    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self.bucket = bucket

    def create(self, key: str, content: bytes) -> bool:
        with faults_of(f"the bucket {self.bucket}"):
            try:
                self._client.put_object(Bucket=self.bucket, Key=key, Body=content, IfNoneMatch="*")
            except self._client.exceptions.ClientError as error:
                if code_of(error.response) in _TAKEN:
                    return False
                raise
            return True

    def get(self, key: str) -> bytes | None:
        with faults_of(f"the bucket {self.bucket}"):
            try:
                return self._client.get_object(Bucket=self.bucket, Key=key)["Body"].read()
            except self._client.exceptions.ClientError as error:
                if code_of(error.response) in _ABSENT:
                    return None
                raise

    def probe(self) -> None:
        self.create(PROBE, b"")

    def keys(self, folder: str) -> tuple[str, ...]:
        with faults_of(f"the bucket {self.bucket}"):
            pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=f"{folder}/")
            return tuple(sorted(entry["Key"] for page in pages for entry in page.get("Contents", ())))
