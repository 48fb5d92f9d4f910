"""Messages of an SNS topic, as a function gets them directly and by a queue."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from invoicy_aws.events.shape import Event, records_with, wrapped_event


class _Notice(Struct, rename={"message": "Message"}):
    message: str


class _Record(Struct, rename={"notice": "Sns"}):
    notice: _Notice


class _Call(Struct, rename={"records": "Records"}):
    records: list[_Record]


def accepts(event: Event) -> bool:
    return records_with("Sns", event) or event.get("Type") == "Notification"


def extract(event: Event) -> Iterator[Event]:
    return (wrapped_event(notice.message) for notice in _notices(event))


def _notices(event: Event) -> list[_Notice]:
    if records_with("Sns", event):
        return [record.notice for record in msgspec.convert(event, _Call).records]
    return [msgspec.convert(event, _Notice)]
