"""Uploaded objects as documents; one that is larger than any document is only counted and hashed."""

from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy_aws.events.object_ref import Upload
from invoicy_aws.faults import code_of, faults_of

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3 import S3Client

_GONE = frozenset({"NoSuchKey", "NoSuchVersion", "MethodNotAllowed", str(int(HTTPStatus.NOT_FOUND))})
_CHUNK_BYTES = 1 << 20


class Object(Struct, frozen=True, kw_only=True):
    """A document and the tags of its object. whole: False for one too large to load, whose content is empty."""

    document: Document
    tags: dict[str, str]
    whole: bool = True


def fetch(client: "S3Client", upload: Upload, limit: int = MAX_DOCUMENT_BYTES) -> Object | None:
    """The uploaded object; None where it is gone. limit: bytes above which it is not loaded."""
    place = {"Bucket": upload.bucket, "Key": upload.key}
    if upload.version is not None:
        place["VersionId"] = upload.version
    with faults_of(f"The bucket {upload.bucket}"):
        try:
            answer = client.get_object(**place)  # type: ignore[arg-type]  # its keys are those of the call
        except client.exceptions.ClientError as error:
            if code_of(error.response) in _GONE:
                return None
            raise
        whole = answer["ContentLength"] <= limit
        body = answer["Body"]
        document = Document.of(body.read(), upload.name) if whole else _hashed(body, upload.name)
        tags = _tags(client, place) if answer.get("TagCount") else {}
        return Object(document=document, tags=tags, whole=whole)


def _hashed(body: "StreamingBody", name: str) -> Document:
    digest, head = sha256(), b""
    for chunk in body.iter_chunks(_CHUNK_BYTES):
        head = head or chunk[:SNIFFED_BYTES]
        digest.update(chunk)
    return Document(digest.hexdigest(), name, sniff(head), b"")


def _tags(client: "S3Client", place: dict[str, str]) -> dict[str, str]:
    answer = client.get_object_tagging(**place)  # type: ignore[arg-type]  # as above
    return {tag["Key"]: tag["Value"] for tag in answer["TagSet"]}
