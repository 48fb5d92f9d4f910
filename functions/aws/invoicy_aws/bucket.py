"""Lambda for uploads to S3, told by the bucket's own notification."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote_plus

from msgspec import Struct

from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.storage import Source, is_output
from invoicy_aws.composition import pipeline, s3, settings
from invoicy_aws.store import S3Store


class Upload(Struct, frozen=True):
    """An object that came into a bucket; the key as S3 knows it, not as the event spells it."""

    bucket: str
    key: str


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Read every upload the event tells of. Raises when one has to be delivered again; what was read stays read."""
    receipts = [_process(pipeline(), upload) for upload in uploads_of(event)]
    return {"readings": [receipt.key for receipt in receipts if receipt]}


def uploads_of(event: dict[str, Any]) -> tuple[Upload, ...]:
    """The uploads of an S3 notification; none for a test event and for what the pipeline itself wrote.

    Keys are URL-encoded there, with a plus for a space.
    """
    records = (record["s3"] for record in event.get("Records", ()) if record["eventName"].startswith("ObjectCreated:"))
    uploads = (Upload(record["bucket"]["name"], unquote_plus(record["object"]["key"])) for record in records)
    return tuple(upload for upload in uploads if not is_output(upload.key) and not upload.key.endswith("/"))


def _process(pipeline: Pipeline, upload: Upload) -> Receipt | None:
    content = S3Store(s3(), upload.bucket).get(upload.key)
    if content is None:
        return None  # deleted since; there is nothing left to read
    source = Source(
        origin=f"s3://{upload.bucket}/{upload.key}",
        name=upload.key.rpartition("/")[2],
        received=datetime.now(UTC),
    )
    return pipeline.process(Delivery(content=content, tenant=settings().tenant, source=source))
