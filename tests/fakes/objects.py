"""Clients of S3 and Google Cloud Storage with one object, for the calls that fetch it."""

from io import BytesIO
from typing import Any

from msgspec import Struct


class S3Object(Struct):
    """The part of an S3 client that fetches its only object."""

    content: bytes

    def get_object(self, **_: str) -> dict[str, Any]:
        return {"ContentLength": len(self.content), "Body": BytesIO(self.content)}


class GcsObject(Struct):
    """The part of a Google Cloud Storage client that fetches its only object."""

    content: bytes

    def bucket(self, name: str) -> "GcsBucket":
        return GcsBucket(name, self.content)


class GcsBucket(Struct):
    """A bucket with the object under every name."""

    name: str
    content: bytes

    def blob(self, name: str, generation: int | None) -> "GcsBlob":
        return GcsBlob(self, name, generation, len(self.content))


class GcsBlob(Struct):
    """The object under one name."""

    bucket: GcsBucket
    name: str
    generation: int | None
    size: int
    metadata: dict[str, str] | None = None

    def reload(self) -> None:
        """Nothing has to be loaded."""

    def download_as_bytes(self) -> bytes:
        return self.bucket.content
