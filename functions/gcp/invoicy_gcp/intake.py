"""From what an event tells to the pipeline."""

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.storage import Source, uploader_of
from invoicy.wording.sizes import size_in_words
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
        source = Source(origin=message.origin, name=message.name, received=datetime.now(UTC))
        return self.pipeline.process(Delivery(content=message.content, tenant=self.tenant, source=source, keep=True))

    def _upload(self, upload: Upload) -> Receipt | None:
        fetched = fetch(self.client, upload, self.limit)
        if fetched is None:
            _log.info("gs://%s/%s is gone; there is nothing left to read", upload.bucket, upload.name)
            return None
        document = fetched.document
        origin = f"gs://{upload.bucket}/{upload.name}"
        source = Source(origin=origin, name=document.name, received=datetime.now(UTC), tags=fetched.tags)
        tenant = uploader_of(upload.name) or self.tenant
        delivery = Delivery(content=document.content, tenant=tenant, source=source)
        return self.pipeline.process(delivery) if fetched.whole else self._refused(document, delivery)

    def _refused(self, document: Document, delivery: Delivery) -> Receipt:
        message = f"The document is larger than {size_in_words(self.limit)}."  # the words of who holds it in memory
        return self.pipeline.refuse(document, delivery, UnreadableDocumentError("INVOICY-TOO-LARGE", message))
