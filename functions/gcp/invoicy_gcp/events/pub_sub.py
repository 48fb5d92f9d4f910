"""Messages that Pub/Sub pushes (cloud.google.com/pubsub/docs/push)."""

from base64 import b64decode

import msgspec
from msgspec import Struct

from invoicy.model.conversion import decode_json
from invoicy.readings.events import READING_STORED
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.payloads import document_ref, payload_of

PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished"
_FINALIZED = "OBJECT_FINALIZE"


class DocumentMessage(Struct, frozen=True):
    """A document in a message. uri: the same for every delivery of the message."""

    uri: str
    name: str
    content: bytes


class _PubSubMessage(Struct, rename="camel"):
    data: str = ""
    attributes: dict[str, str] = {}
    message_id: str = ""


class PushRequest(Struct):
    """The envelope of a pushed message; Eventarc's events for Pub/Sub contain the same one."""

    message: _PubSubMessage
    subscription: str = ""


Incoming = ObjectRef | DocumentMessage | None


def from_push(push: PushRequest) -> Incoming:
    """Return the object that the message names, else the message as a document.

    None for events that create no document and for events that the pipeline published. Raises UnknownEventError for an
    event that is not about objects.
    """
    message, attributes = push.message, push.message.attributes
    if READING_STORED in (attributes.get("ce-type"), attributes.get("type")):  # 0.1.0 wrote type
        return None
    content = _content(message)
    try:
        if "eventType" in attributes and "bucketId" in attributes:
            return _from_notification(attributes)
        if "ce-type" in attributes:
            return _from_eventarc(attributes["ce-type"], content)
    except (msgspec.MsgspecError, ValueError):
        pass  # a message that names no object after all is a document
    return DocumentMessage(f"pubsub:{push.subscription}/{message.message_id}", attributes.get("name", ""), content)


def _from_notification(attributes: dict[str, str]) -> ObjectRef | None:
    """cloud.google.com/storage/docs/pubsub-notifications."""
    if attributes["eventType"] != _FINALIZED:
        return None
    generation = attributes.get("objectGeneration", "")
    return document_ref(attributes["bucketId"], attributes.get("objectId", ""), int(generation) if generation else None)


def _from_eventarc(event_type: str, content: bytes) -> Incoming:
    if event_type == PUBLISHED:
        return from_push(decode_json(content, PushRequest))
    object_in = payload_of(event_type)
    return object_in(msgspec.json.decode(content))


def _content(message: _PubSubMessage) -> bytes:
    try:
        return b64decode(message.data, validate=True)
    except ValueError:
        return message.data.encode()
