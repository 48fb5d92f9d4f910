"""CloudEvents from Eventarc (cloud.google.com/eventarc/docs/cloudevents)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from invoicy.model.conversion import convert
from invoicy_gcp.events.payloads import PAYLOADS
from invoicy_gcp.events.pub_sub import PUBLISHED, DocumentMessage, Incoming, PushRequest, from_push

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent


def from_cloud_event(event: "CloudEvent") -> Incoming:
    """Return the object that the event names or the document that it contains.

    None for events of other types and for objects that are not documents.
    """
    payload = _PAYLOADS.get(event["type"])
    if payload is None:
        return None
    try:
        return payload(event.data)
    except (msgspec.MsgspecError, ValueError):
        return DocumentMessage(f"{event['source']}#{event['id']}", "", msgspec.json.encode(event.data))


def _message_published(data: Any) -> Incoming:
    return from_push(convert(data, PushRequest))


_PAYLOADS: dict[str, Callable[[Any], Incoming]] = {**PAYLOADS, PUBLISHED: _message_published}
