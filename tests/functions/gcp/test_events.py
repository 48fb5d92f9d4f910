"""Whatever comes as an event tells of an upload, is a document, or is nothing for us; it never fails for good."""

import json
from base64 import b64encode
from typing import Any

from cloudevents.http import CloudEvent
from hypothesis import given
from hypothesis import strategies as st

from invoicy_gcp.events import (
    AUDITED,
    FINALIZED,
    PUBLISHED,
    Message,
    Notice,
    Upload,
    in_cloud_event,
    in_push,
    is_document,
)

KINDS = st.sampled_from([FINALIZED, AUDITED, PUBLISHED, "com.example.other"])
NAMES = st.sampled_from(["bucket", "name", "generation", "protoPayload", "methodName", "resourceName", "message"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["storage.objects.create", "1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(), inner, max_size=5),
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["eventType", "bucketId", "objectId", "objectGeneration", "ce-type", "ce-id", "name", "type"]),
    st.text() | st.sampled_from(["OBJECT_FINALIZE", FINALIZED, AUDITED, PUBLISHED]),
)


def pushed(attributes: dict[str, str], content: bytes) -> Notice:
    from msgspec import convert

    from invoicy_gcp.events import Push

    message = {"attributes": attributes, "data": b64encode(content).decode(), "messageId": "1"}
    return in_push(convert({"message": message, "subscription": "s"}, Push))


@given(KINDS, VALUES)
def test_any_cloud_event_is_understood(kind: str, data: Any) -> None:
    told = in_cloud_event(CloudEvent({"type": kind, "source": "//somewhere", "id": "1"}, data))
    assert told is None or isinstance(told, Upload | Message)
    assert not isinstance(told, Upload) or is_document(told.name)


@given(ATTRIBUTES, st.binary() | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_message_is_understood(attributes: dict[str, str], content: bytes) -> None:
    told = pushed(attributes, content)
    assert told is None or isinstance(told, Upload | Message)
    assert not isinstance(told, Message) or told.content == content or "ce-type" in attributes


def test_a_notification_without_a_usable_generation_ends_as_a_document() -> None:
    attributes = {"eventType": "OBJECT_FINALIZE", "bucketId": "b", "objectId": "a", "objectGeneration": "x"}
    assert pushed(attributes, b"told") == Message("pubsub:s/1", "", b"told")


def test_an_event_of_another_kind_that_is_handed_on_is_nothing_for_us() -> None:
    assert pushed({"ce-type": "com.example.other"}, b"{}") is None


def test_an_event_that_is_handed_on_broken_ends_as_a_document() -> None:
    assert pushed({"ce-type": FINALIZED}, b"{") == Message("pubsub:s/1", "", b"{")


def test_data_that_is_no_base64_is_taken_as_it_is() -> None:
    told = in_cloud_event(
        CloudEvent({"type": PUBLISHED, "source": "//s"}, {"message": {"data": "ä", "messageId": "1"}})
    )
    assert told == Message("pubsub:/1", "", "ä".encode())
