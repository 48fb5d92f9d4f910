"""One uploaded object through the pipeline; every handler that is told of objects comes by here."""

import logging
from datetime import UTC, datetime

from invoicy.pipeline import IncomingDocument, Receipt, Stage
from invoicy.storage import Origin, uploader_of
from invoicy_aws.clients import s3
from invoicy_aws.composition import pipeline, settings
from invoicy_aws.events.object_ref import Upload
from invoicy_aws.fetch import Object, fetch

_log = logging.getLogger("invoicy.aws")


def take(upload: Upload) -> Receipt | None:
    """Read the object and store its reading; None where it is gone. Raises as Pipeline.process does."""
    with pipeline().observer.stage(Stage.FETCH):
        fetched = fetch(s3(), upload)
    if fetched is None:
        _log.warning("an uploaded object is gone; there is nothing left to read")
        return None
    return pipeline().process(_incoming(upload, fetched))


def _incoming(upload: Upload, fetched: Object) -> IncomingDocument:
    origin = Origin(uri=upload.origin, name=upload.name, received=datetime.now(UTC), tags=fetched.tags)
    tenant = uploader_of(upload.key) or settings().tenant
    return IncomingDocument(document=fetched.document, tenant=tenant, origin=origin, whole=fetched.whole)
