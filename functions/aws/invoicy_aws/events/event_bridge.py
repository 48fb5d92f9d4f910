"""Events of S3 on EventBridge. Keys are not URL-encoded."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.events.shape import Event


class _EventBucket(Struct):
    name: str


class _EventObject(Struct, rename={"version": "version-id"}):
    key: str
    version: str | None = None


class _EventDetail(Struct):
    bucket: _EventBucket
    object: _EventObject


def accepts(event: Event) -> bool:
    return event.get("source") == "aws.s3"


def extract(event: Event) -> Iterator[ObjectRef]:
    if event.get("detail-type") == "Object Created":
        detail = msgspec.convert(event.get("detail"), _EventDetail)
        yield ObjectRef(detail.bucket.name, detail.object.key, detail.object.version or None)
