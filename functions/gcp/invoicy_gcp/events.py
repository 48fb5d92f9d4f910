"""Notices in events: an upload to a bucket, a message with a document in it, or nothing for us.

Shapes: Eventarc's CloudEvents for GCS, for audit logs and for Pub/Sub messages; the attributes of GCS's own Pub/Sub
notifications; Eventarc's events on their Pub/Sub topic. A message or event that should name an object and does not is
taken as a document: it ends as a stored rejected reading, and no delivery is lost.
"""

import re
from base64 import b64decode
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from invoicy.model.conversion import convert
from invoicy.readings.events import READING_STORED
from invoicy.storage import is_output

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent

FINALIZED = "google.cloud.storage.object.v1.finalized"
AUDITED = "google.cloud.audit.log.v1.written"
PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished"
_NOTIFIED = "OBJECT_FINALIZE"
_CREATED = "storage.objects.create"
_OBJECT = re.compile(r"projects/_/buckets/([^/]+)/objects/(.+)", re.DOTALL)
MARKS = "archived"
_MARK = re.compile(rf"{MARKS}/[^/]+/[^/]+/[0-9a-f]{{32}}\.json")


class Upload(Struct, frozen=True):
    """An object that came into a bucket. generation: which of those that had its name; None for the present one."""

    bucket: str
    name: str
    generation: int | None = None


class Message(Struct, frozen=True):
    """A document in a message. origin: the same for every delivery of it."""

    origin: str
    name: str
    content: bytes


Notice = Upload | Message | None


class _Object(Struct):
    bucket: str
    name: str
    generation: int | None = None


class _AuditPayload(Struct, rename="camel"):
    method_name: str
    resource_name: str
    status: dict[str, Any] = {}


class _Audit(Struct, rename="camel"):
    proto_payload: _AuditPayload


class _PubSubMessage(Struct, rename="camel"):
    data: str = ""
    attributes: dict[str, str] = {}
    message_id: str = ""


class Push(Struct):
    """The envelope in which Pub/Sub pushes a message, and Eventarc hands one on."""

    message: _PubSubMessage
    subscription: str = ""


def in_cloud_event(event: "CloudEvent") -> Notice:
    """The notice in a CloudEvent; None for events of other kinds, for folders, and for what the pipeline wrote."""
    notice_of = _NOTICES.get(event["type"])
    if notice_of is None:
        return None
    try:
        return notice_of(event.data)
    except (msgspec.MsgspecError, ValueError):
        return Message(f"{event['source']}#{event['id']}", "", msgspec.json.encode(event.data))


def in_push(push: Push) -> Notice:
    """The notice in a Pub/Sub message; None for events of other kinds, and for those that the pipeline published."""
    message = push.message
    attributes = message.attributes
    if attributes.get("type") == READING_STORED:
        return None
    content = _content(message)
    document = Message(f"pubsub:{push.subscription}/{message.message_id}", attributes.get("name", ""), content)
    try:
        if "eventType" in attributes and "bucketId" in attributes:
            return _notified(attributes)
        if "ce-type" in attributes:
            return _handed_on(attributes, content)
    except (msgspec.MsgspecError, ValueError):
        return document
    return document


def _finalized(data: Any) -> Notice:
    uploaded = convert(data, _Object, strict=False)
    return _upload(uploaded.bucket, uploaded.name, uploaded.generation)


def _audited(data: Any) -> Notice:
    payload = convert(data, _Audit).proto_payload
    if payload.method_name != _CREATED or payload.status.get("code"):
        return None
    name = _OBJECT.fullmatch(payload.resource_name)
    if name is None:
        raise ValueError(payload.resource_name)
    return _upload(name[1], name[2])


def _published(data: Any) -> Notice:
    return in_push(convert(data, Push))


def _notified(attributes: dict[str, str]) -> Notice:
    if attributes["eventType"] != _NOTIFIED:
        return None
    generation = attributes.get("objectGeneration", "")
    return _upload(attributes["bucketId"], attributes.get("objectId", ""), int(generation) if generation else None)


def _handed_on(attributes: dict[str, str], content: bytes) -> Notice:
    notice_of = _NOTICES.get(attributes["ce-type"])
    return None if notice_of is None else notice_of(msgspec.json.decode(content))


def _upload(bucket: str, name: str, generation: int | None = None) -> Upload | None:
    return None if not is_document(name) else Upload(bucket, name, generation)


def is_document(name: str) -> bool:
    """An uploader's object: no folder, and nothing that the pipeline wrote."""
    return bool(name) and not (name.endswith("/") or is_output(name) or _MARK.fullmatch(name))


def _content(message: _PubSubMessage) -> bytes:
    try:
        return b64decode(message.data, validate=True)
    except ValueError:
        return message.data.encode()


_NOTICES: dict[str, Callable[[Any], Notice]] = {FINALIZED: _finalized, AUDITED: _audited, PUBLISHED: _published}
