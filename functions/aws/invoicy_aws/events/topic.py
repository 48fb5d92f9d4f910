"""Messages of an SNS topic, as a function gets them directly and by a queue."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from invoicy_aws.events.shape import Event, records_with, wrapped_event


class _TopicMessage(Struct, rename={"message": "Message"}):
    message: str


class _TopicRecord(Struct, rename={"message": "Sns"}):
    message: _TopicMessage


class _TopicEvent(Struct, rename={"records": "Records"}):
    records: list[_TopicRecord]


def accepts(event: Event) -> bool:
    return records_with("Sns", event) or event.get("Type") == "Notification"


def extract(event: Event) -> Iterator[Event]:
    return (wrapped_event(message.message) for message in _messages(event))


def _messages(event: Event) -> list[_TopicMessage]:
    if records_with("Sns", event):
        return [record.message for record in msgspec.convert(event, _TopicEvent).records]
    return [msgspec.convert(event, _TopicMessage)]
