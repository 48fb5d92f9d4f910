"""From what an event tells to the pipeline."""

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import Document
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import IncomingDocument, Pipeline, Receipt
from invoicy.storage import Origin, uploader_of
from invoicy_gcp.events import Message, Notice, Upload
from invoicy_gcp.fetch import fetch

if TYPE_CHECKING:
    from google.cloud.storage import Client

_log = logging.getLogger("invoicy.gcp")


class Intake(Struct, frozen=True, kw_only=True):
    """Brings uploads and messages into the pipeline. limit: the largest object to read, in bytes."""

    pipeline: Pipeline
    client: "Client"
    tenant: str
    limit: int = MAX_DOCUMENT_BYTES

    def take(self, notice: Notice) -> Receipt | None:
        """Read what the event tells of; None where there is nothing to read, or no longer.

        Raises as the pipeline does: whatever is raised has to be delivered again.
        """
        if notice is None:
            return None
        return self._message(notice) if isinstance(notice, Message) else self._upload(notice)

    def _message(self, message: Message) -> Receipt:
        origin = Origin(uri=message.origin, name=message.name, received=datetime.now(UTC))
        document = Document.of(message.content, message.name)
        return self.pipeline.process(IncomingDocument(document=document, tenant=self.tenant, origin=origin, keep=True))

    def _upload(self, upload: Upload) -> Receipt | None:
        fetched = fetch(self.client, upload, self.limit)
        if fetched is None:
            _log.info("gs://%s/%s is gone; there is nothing left to read", upload.bucket, upload.name)
            return None
        document = fetched.document
        origin = Origin(
            uri=f"gs://{upload.bucket}/{upload.name}",
            name=document.name,
            received=datetime.now(UTC),
            tags=fetched.tags,
        )
        tenant = uploader_of(upload.name) or self.tenant
        return self.pipeline.process(
            IncomingDocument(document=document, tenant=tenant, origin=origin, whole=fetched.whole)
        )
