"""CloudEvents from Eventarc (cloud.google.com/eventarc/docs/cloudevents)."""

from typing import TYPE_CHECKING, Any

import msgspec

from invoicy.model.conversion import convert
from invoicy_gcp.events.payloads import payload_of
from invoicy_gcp.events.pub_sub import PUBLISHED, DocumentMessage, Incoming, PushRequest, from_push

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent


def from_cloud_event(event: "CloudEvent") -> Incoming:
    """Return the object that the event names or the document that it contains.

    None for events that create no document. Raises UnknownEventError for an event that is not about objects.
    """
    content_of = _message_published if event["type"] == PUBLISHED else payload_of(event["type"])
    try:
        return content_of(event.data)
    except (msgspec.MsgspecError, ValueError):
        return DocumentMessage(f"{event['source']}#{event['id']}", "", msgspec.json.encode(event.data))


def _message_published(data: Any) -> Incoming:
    return from_push(convert(data, PushRequest))
