"""Cloud Run for uploads to GCS, told by Eventarc: `functions-framework --source ... --target handler`."""

from datetime import UTC, datetime

import functions_framework
from cloudevents.http import CloudEvent
from msgspec import Struct

from invoicy.pipeline import Delivery, Pipeline
from invoicy.storage import Source, is_output
from invoicy_gcp.composition import gcs, pipeline, settings
from invoicy_gcp.store import GcsStore

FINALIZED = "google.cloud.storage.object.v1.finalized"


class Upload(Struct, frozen=True):
    """An object that came into a bucket."""

    bucket: str
    name: str


@functions_framework.cloud_event
def handler(event: CloudEvent) -> None:
    """Read the upload that the event tells of. Raises, which answers 500, when it has to be delivered again."""
    upload = upload_of(event)
    if upload is not None:
        process(pipeline(), upload)


def upload_of(event: CloudEvent) -> Upload | None:
    """The upload; None for other events, folders, and what the pipeline itself wrote."""
    if event["type"] != FINALIZED:
        return None
    upload = Upload(event.data["bucket"], event.data["name"])
    return None if is_output(upload.name) or upload.name.endswith("/") else upload


def process(pipeline: Pipeline, upload: Upload) -> None:
    """Read one upload."""
    content = GcsStore(gcs(), upload.bucket).get(upload.name)
    if content is None:
        return  # deleted since; there is nothing left to read
    source = Source(
        origin=f"gs://{upload.bucket}/{upload.name}",
        name=upload.name.rpartition("/")[2],
        received=datetime.now(UTC),
    )
    pipeline.process(Delivery(content=content, tenant=settings().tenant, source=source))
