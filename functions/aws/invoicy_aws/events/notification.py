"""Event notifications that S3 sends itself. Keys are URL-encoded, with a plus for a space."""

from collections.abc import Iterator
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.events.shape import Event, records_with


class _RecordBucket(Struct):
    name: str


class _RecordObject(Struct, rename={"version": "versionId"}):
    key: str
    version: str | None = None


class _RecordDetail(Struct):
    bucket: _RecordBucket
    object: _RecordObject


class _NotificationRecord(Struct, rename={"name": "eventName"}):
    name: str
    s3: _RecordDetail


class _Notification(Struct, rename={"records": "Records"}):
    records: list[_NotificationRecord]


def accepts(event: Event) -> bool:
    return records_with("s3", event)


def extract(event: Event) -> Iterator[ObjectRef]:
    for record in msgspec.convert(event, _Notification).records:
        if record.name.removeprefix("s3:").startswith("ObjectCreated:"):
            entry = record.s3.object
            yield ObjectRef(record.s3.bucket.name, unquote_plus(entry.key), entry.version or None)
