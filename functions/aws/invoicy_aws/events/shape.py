"""The protocol of a shape: a module with these two functions."""

from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from invoicy_aws.events.object_ref import Upload

Event = dict[str, Any]


class Shape(Protocol):
    """One way of telling of uploads."""

    def accepts(self, event: Event, /) -> bool:
        """True for an event of this shape."""
        ...

    def extract(self, event: Event, /) -> Iterable[Upload | Event]:
        """The uploads that it tells of, or the events that it carries."""
        ...


def records_with(field: str, event: Event) -> bool:
    """The event is a list of records, each with this field."""
    records = event.get("Records")
    return (
        isinstance(records, list)
        and bool(records)
        and all(isinstance(record, dict) and field in record for record in records)
    )


def carried(text: str) -> Event:
    """The event that a message carries. What is no JSON object is an event that no shape accepts."""
    try:
        event = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return {}
    return event if isinstance(event, dict) else {}
