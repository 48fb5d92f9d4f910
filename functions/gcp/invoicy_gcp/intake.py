"""Brings uploaded objects and messages into the pipeline."""

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import Document
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import IncomingDocument, Pipeline, Receipt, Stage
from invoicy.storage import Origin, tenant_of_upload
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.pub_sub import DocumentMessage
from invoicy_gcp.fetch import FetchedObject, fetch

if TYPE_CHECKING:
    from google.cloud.storage import Client

_log = logging.getLogger("invoicy.gcp")


class Intake(Struct, frozen=True, kw_only=True):
    """Fetches objects and processes documents.

    tenant: the owner of documents that name none. limit: the most bytes to load.
    """

    pipeline: Pipeline
    client: "Client"
    tenant: str
    limit: int = MAX_DOCUMENT_BYTES

    def take(self, incoming: ObjectRef | DocumentMessage) -> Receipt | None:
        """Process the document; return None if its object no longer exists. Raises as Pipeline.process does."""
        if isinstance(incoming, DocumentMessage):
            return self._read_message(incoming)
        return self._read_object(incoming)

    def _read_message(self, message: DocumentMessage) -> Receipt:
        document = Document.of(message.content, message.name)
        origin = Origin(uri=message.uri, name=message.name, received=datetime.now(UTC))
        return self.pipeline.process(IncomingDocument(document=document, tenant=self.tenant, origin=origin, keep=True))

    def _read_object(self, ref: ObjectRef) -> Receipt | None:
        with self.pipeline.observer.stage(Stage.FETCH):
            fetched = fetch(self.client, ref, self.limit)
        if fetched is None:
            _log.info("%s no longer exists; there is nothing to read", ref.uri)
            return None
        return self.pipeline.process(self._incoming(fetched))

    def _incoming(self, fetched: FetchedObject) -> IncomingDocument:
        ref = fetched.ref
        origin = Origin(uri=ref.uri, name=ref.name, received=datetime.now(UTC), tags=fetched.tags)
        tenant = tenant_of_upload(ref.key) or self.tenant
        return IncomingDocument(document=fetched.document, tenant=tenant, origin=origin, whole=fetched.whole)
