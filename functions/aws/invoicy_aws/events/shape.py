"""The protocol of an event shape: a module with these two functions."""

from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from invoicy_aws.events.object_ref import ObjectRef

Event = dict[str, Any]


class EventShape(Protocol):
    """One form in which AWS delivers events about objects."""

    def accepts(self, event: Event, /) -> bool:
        """Test for an event of this shape."""
        ...

    def extract(self, event: Event, /) -> Iterable[ObjectRef | Event]:
        """Return the created objects that the event names, or the events that it wraps."""
        ...


def records_with(field: str, event: Event) -> bool:
    """Test for a list of records that all have this field."""
    records = event.get("Records")
    return (
        isinstance(records, list)
        and bool(records)
        and all(isinstance(record, dict) and field in record for record in records)
    )


def wrapped_event(text: str) -> Event:
    """Decode the event in a message; return an empty event, which no shape accepts, for any other text."""
    try:
        event = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return {}
    return event if isinstance(event, dict) else {}
