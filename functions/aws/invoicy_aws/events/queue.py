"""Messages of an SQS queue, each of which carries an event."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from invoicy_aws.events.shape import Event, carried, records_with


class _Message(Struct):
    body: str


class _Messages(Struct, rename={"records": "Records"}):
    records: list[_Message]


def accepts(event: Event) -> bool:
    return records_with("body", event)


def extract(event: Event) -> Iterator[Event]:
    return (carried(message.body) for message in msgspec.convert(event, _Messages).records)
