"""Fetches uploaded objects as documents. An object above the limit is hashed and not loaded."""

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.storage import Blob, Client

_CHUNK_BYTES = 8 * 1024 * 1024


class FetchedObject(Struct, frozen=True, kw_only=True):
    """A document and its object.

    ref: with the object's generation. tags: the custom metadata of the object. whole: False for an object above the
    limit, whose document has no content.
    """

    ref: ObjectRef
    document: Document
    tags: dict[str, str]
    whole: bool = True


def fetch(client: "Client", ref: ObjectRef, limit: int) -> FetchedObject | None:
    """Fetch the object; return None if it was deleted or replaced. limit: bytes above which it is not loaded.

    The object that replaced it has an event of its own. Raises as faults_of does.
    """
    from google.api_core.exceptions import NotFound  # the client has loaded it

    blob = client.bucket(ref.bucket).blob(ref.key, generation=ref.version)
    with faults_of(f"the bucket {ref.bucket}"):
        try:
            blob.reload()  # from here on the blob names its generation
            return _fetched(blob, limit)
        except NotFound:
            return None


def _fetched(blob: "Blob", limit: int) -> FetchedObject:
    ref = ObjectRef(blob.bucket.name, blob.name, blob.generation)
    whole = blob.size <= limit
    document = Document.of(bytes(blob.download_as_bytes()), ref.name) if whole else _hashed(blob, ref.name)
    return FetchedObject(ref=ref, document=document, tags=dict(blob.metadata or {}), whole=whole)


def _hashed(blob: "Blob", name: str) -> Document:
    """Make the document without its content, which is never in memory as a whole."""
    digest, head = sha256(), b""
    with blob.open("rb", chunk_size=_CHUNK_BYTES) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
            head = head or chunk[:SNIFFED_BYTES]
    return Document(digest.hexdigest(), name, sniff(head), b"")
