"""Fetches uploaded objects as documents. An object above the limit is hashed and not loaded."""

from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff
from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.faults import code_of, faults_of

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3 import S3Client

_GONE = frozenset({"NoSuchKey", "NoSuchVersion", "MethodNotAllowed", str(int(HTTPStatus.NOT_FOUND))})
_CHUNK_BYTES = 1 << 20


class FetchedObject(Struct, frozen=True, kw_only=True):
    """A document and the tags of its object. whole: False for a document above the limit; its content is empty."""

    document: Document
    tags: dict[str, str]
    whole: bool = True


def fetch(client: "S3Client", ref: ObjectRef, limit: int) -> FetchedObject | None:
    """Fetch the object; return None if it no longer exists. limit: bytes above which it is not loaded.

    Raises as faults_of does.
    """
    arguments = {"Bucket": ref.bucket, "Key": ref.key}
    if ref.version is not None:
        arguments["VersionId"] = ref.version
    with faults_of(f"the bucket {ref.bucket}"):
        try:
            response = client.get_object(**arguments)  # type: ignore[arg-type]  # the keys are those of the call
        except client.exceptions.ClientError as error:
            if code_of(error.response) in _GONE:
                return None
            raise
        whole = response["ContentLength"] <= limit
        body = response["Body"]
        document = Document.of(body.read(), ref.name) if whole else _hashed(body, ref.name)
        tags = _tags(client, arguments) if response.get("TagCount") else {}
        return FetchedObject(document=document, tags=tags, whole=whole)


def _hashed(body: "StreamingBody", name: str) -> Document:
    """Make the document without its content, which is never in memory as a whole."""
    digest, head = sha256(), b""
    for chunk in body.iter_chunks(_CHUNK_BYTES):
        head = head or chunk[:SNIFFED_BYTES]
        digest.update(chunk)
    return Document(digest.hexdigest(), name, sniff(head), b"")


def _tags(client: "S3Client", arguments: dict[str, str]) -> dict[str, str]:
    response = client.get_object_tagging(**arguments)  # type: ignore[arg-type]  # as above
    return {tag["Key"]: tag["Value"] for tag in response["TagSet"]}
