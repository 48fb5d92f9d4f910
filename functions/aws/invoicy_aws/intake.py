"""One uploaded object through the pipeline; every handler that is told of objects comes by here."""

import logging
from datetime import UTC, datetime

from invoicy.errors import UnreadableDocumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import Delivery, Receipt
from invoicy.storage import Source, uploader_of
from invoicy.wording.sizes import size_in_words
from invoicy_aws.clients import s3
from invoicy_aws.composition import pipeline, settings
from invoicy_aws.events.object_ref import Upload
from invoicy_aws.fetch import Object, fetch

_log = logging.getLogger("invoicy.aws")


def take(upload: Upload) -> Receipt | None:
    """Read the object and store its reading; None where it is gone. Raises as Pipeline.process does."""
    with pipeline().stages.watch("fetch"):
        fetched = fetch(s3(), upload)
    if fetched is None:
        _log.warning("an uploaded object is gone; there is nothing left to read")
        return None
    if fetched.whole:
        return pipeline().process(_delivery(upload, fetched))
    message = f"The document is larger than {size_in_words(MAX_DOCUMENT_BYTES)}."
    reason = UnreadableDocumentError("INVOICY-TOO-LARGE", message)
    return pipeline().refuse(fetched.document, _delivery(upload, fetched), reason)


def _delivery(upload: Upload, fetched: Object) -> Delivery:
    source = Source(origin=upload.origin, name=upload.name, received=datetime.now(UTC), tags=fetched.tags)
    tenant = uploader_of(upload.key) or settings().tenant
    return Delivery(content=fetched.document.content, tenant=tenant, source=source)
