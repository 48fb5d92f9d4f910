"""Fetches uploaded objects as documents. An object above the limit is hashed and not loaded."""

from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff
from invoicy_aws.events.object_ref import ObjectRef
from invoicy_aws.faults import code_of, faults_of

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3 import S3Client

_GONE = frozenset({"NoSuchKey", "NoSuchVersion", "MethodNotAllowed", str(int(HTTPStatus.NOT_FOUND))})
_NO_VERSION = "null"  # the version of an object that was uploaded while the bucket had no versions
_CHUNK_BYTES = 1024 * 1024


class FetchedObject(Struct, frozen=True, kw_only=True):
    """A document and its object.

    ref: with the object's version. tags: the tags of the object. whole: False for an object above the limit, whose
    document has no content.
    """

    ref: ObjectRef
    document: Document
    tags: dict[str, str]
    whole: bool = True


def fetch(client: "S3Client", ref: ObjectRef, limit: int) -> FetchedObject | None:
    """Fetch the object; return None if it no longer exists. limit: bytes above which it is not loaded.

    Raises as faults_of does.
    """
    with faults_of(f"the bucket {ref.bucket}"):
        try:
            response = client.get_object(**_arguments(ref))
        except client.exceptions.ClientError as error:
            if code_of(error.response) in _GONE:
                return None
            raise
        version = response.get("VersionId")
        fetched_ref = ObjectRef(ref.bucket, ref.key, None if version == _NO_VERSION else version)
        whole = response["ContentLength"] <= limit
        body = response["Body"]
        document = Document.of(body.read(), ref.name) if whole else _hashed(body, ref.name)
        tags = _tags(client, fetched_ref) if response.get("TagCount") else {}
        return FetchedObject(ref=fetched_ref, document=document, tags=tags, whole=whole)


def _arguments(ref: ObjectRef) -> Any:
    """Return the arguments of a call about the object."""
    version = {} if ref.version is None else {"VersionId": ref.version}
    return {"Bucket": ref.bucket, "Key": ref.key} | version


def _hashed(body: "StreamingBody", name: str) -> Document:
    """Make the document without its content, which is never in memory as a whole."""
    digest, head = sha256(), b""
    for chunk in body.iter_chunks(_CHUNK_BYTES):
        head = head or chunk[:SNIFFED_BYTES]
        digest.update(chunk)
    return Document(digest.hexdigest(), name, sniff(head), b"")


def _tags(client: "S3Client", ref: ObjectRef) -> dict[str, str]:
    response = client.get_object_tagging(**_arguments(ref))
    return {tag["Key"]: tag["Value"] for tag in response["TagSet"]}
