"""Clients of S3 and Google Cloud Storage with objects in memory, for the calls that fetch an object."""

from io import BytesIO
from typing import Any

from botocore.exceptions import ClientError
from botocore.response import StreamingBody
from google.api_core.exceptions import Forbidden, NotFound
from msgspec import Struct

FORBIDDEN = "forbidden/"  # the start of keys that may not be read


class S3Objects(Struct):
    """The part of an S3 client that fetches objects. version: of all of them; None in a bucket without versions."""

    objects: dict[str, bytes]
    version: str | None = None

    class exceptions:  # noqa: N801  boto3's name
        ClientError = ClientError

    def get_object(self, Key: str, **_: str) -> dict[str, Any]:  # noqa: N803  boto3's name
        if Key.startswith(FORBIDDEN):
            raise _answer("AccessDenied", 403)
        if Key not in self.objects:
            raise _answer("NoSuchKey", 404)
        content = self.objects[Key]
        body = StreamingBody(BytesIO(content), len(content))
        version = {} if self.version is None else {"VersionId": self.version}
        return {"ContentLength": len(content), "Body": body} | version


def _answer(code: str, status: int) -> ClientError:
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "GetObject")  # type: ignore[typeddict-item]


class GcsObjects(Struct):
    """The part of a Google Cloud Storage client that fetches objects."""

    objects: dict[str, bytes]

    def bucket(self, name: str) -> "GcsBucket":
        return GcsBucket(name, self.objects)


class GcsBucket(Struct):
    """A bucket with the objects."""

    name: str
    objects: dict[str, bytes]

    def blob(self, name: str, generation: int | None) -> "GcsBlob":
        return GcsBlob(self, name, generation)


class GcsBlob(Struct):
    """The object under one name."""

    bucket: GcsBucket
    name: str
    generation: int | None
    metadata: dict[str, str] | None = None

    @property
    def size(self) -> int:
        return len(self.bucket.objects[self.name])

    def reload(self) -> None:
        if self.name.startswith(FORBIDDEN):
            raise Forbidden("no")
        if self.name not in self.bucket.objects:
            raise NotFound("no such object")

    def download_as_bytes(self) -> bytes:
        return self.bucket.objects[self.name]

    def open(self, *_: object, **__: object) -> BytesIO:
        return BytesIO(self.bucket.objects[self.name])
