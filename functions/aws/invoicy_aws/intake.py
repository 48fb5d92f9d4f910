"""Brings an uploaded object into the pipeline."""

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import IncomingDocument, Pipeline, Receipt, Stage
from invoicy.storage import Origin, uploader_of
from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.fetch import fetch

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_log = logging.getLogger("invoicy.aws")


class Intake(Struct, frozen=True, kw_only=True):
    """Fetches objects and processes them. limit: bytes above which an object is not loaded but rejected."""

    pipeline: Pipeline
    client: "S3Client"
    tenant: str
    limit: int = MAX_DOCUMENT_BYTES

    def take(self, ref: ObjectRef) -> Receipt | None:
        """Process the object; return None if it no longer exists. Raises as Pipeline.process does."""
        with self.pipeline.observer.stage(Stage.FETCH):
            fetched = fetch(self.client, ref, self.limit)
        if fetched is None:
            _log.warning("an uploaded object no longer exists; nothing was read")
            return None
        origin = Origin(uri=ref.origin, name=ref.name, received=datetime.now(UTC), tags=fetched.tags)
        tenant = uploader_of(ref.key) or self.tenant
        return self.pipeline.process(
            IncomingDocument(document=fetched.document, tenant=tenant, origin=origin, whole=fetched.whole)
        )
