"""Uploads in a bucket, fetched whole where they are not too large."""

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff
from invoicy_gcp.events import Upload
from invoicy_gcp.faults import faults_of

if TYPE_CHECKING:
    from google.cloud.storage import Blob, Client

_CHUNK_BYTES = 8 * 1024 * 1024


class Fetched(Struct, frozen=True):
    """An upload and what its sender noted with it. whole: False for one too large, whose content is left out."""

    document: Document
    tags: dict[str, str]
    whole: bool = True


def fetch(client: "Client", upload: Upload, limit: int) -> Fetched | None:
    """The upload; None where it is gone, or overwritten by one that has an event of its own. limit: in bytes."""
    from google.api_core.exceptions import NotFound  # loaded by the client at this point

    blob = client.bucket(upload.bucket).blob(upload.name, generation=upload.generation)
    with faults_of(f"The bucket {upload.bucket}"):
        try:
            blob.reload()
            return _fetched(blob, limit)
        except NotFound:
            return None


def _fetched(blob: "Blob", limit: int) -> Fetched:
    name, tags = blob.name.rpartition("/")[2], dict(blob.metadata or {})
    if blob.size > limit:
        return Fetched(_unread(blob, name), tags, whole=False)
    content = bytes(blob.download_as_bytes(if_generation_match=blob.generation))
    return Fetched(Document.of(content, name), tags)


def _unread(blob: "Blob", name: str) -> Document:
    """The document without its content, which never stands in memory as a whole."""
    digest, head = sha256(), b""
    with blob.open("rb", chunk_size=_CHUNK_BYTES) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
            head = head or chunk[:SNIFFED_BYTES]
    return Document(digest.hexdigest(), name, sniff(head), b"")
