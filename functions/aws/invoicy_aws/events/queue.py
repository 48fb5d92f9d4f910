"""Messages of an SQS queue; the body of each is an event."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from invoicy_aws.events.shape import Event, records_with, wrapped_event


class _Message(Struct):
    body: str


class _Messages(Struct, rename={"records": "Records"}):
    records: list[_Message]


def accepts(event: Event) -> bool:
    return records_with("body", event)


def extract(event: Event) -> Iterator[Event]:
    return (wrapped_event(message.body) for message in msgspec.convert(event, _Messages).records)
