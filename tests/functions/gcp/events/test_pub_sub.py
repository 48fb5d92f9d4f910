"""Messages that Pub/Sub pushes."""

import json
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from invoicy.readings.events import READING_STORED
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.payloads import AUDITED, FINALIZED, UnknownEventError
from invoicy_gcp.events.pub_sub import PUBLISHED, DocumentMessage, Incoming, PushRequest, from_push

NAMES = st.sampled_from(["bucket", "name", "generation", "protoPayload", "methodName", "resourceName", "message"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["storage.objects.create", "1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(), inner, max_size=5),
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["eventType", "bucketId", "objectId", "objectGeneration", "ce-type", "ce-id", "name", "type"]),
    st.text() | st.sampled_from(["OBJECT_FINALIZE", FINALIZED, AUDITED, PUBLISHED, READING_STORED]),
)
DELETED = "google.cloud.storage.object.v1.deleted"
NOTIFICATION = {"eventType": "OBJECT_FINALIZE", "bucketId": "b", "objectId": "in/a.xml"}


def envelope(attributes: dict[str, str], content: bytes) -> dict[str, object]:
    message = {"attributes": attributes, "data": b64encode(content).decode(), "messageId": "1"}
    return {"message": message, "subscription": "s"}


def pushed(attributes: dict[str, str], content: bytes) -> Incoming:
    return from_push(convert(envelope(attributes, content), PushRequest))


@given(ATTRIBUTES, st.binary() | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_message_is_an_object_a_document_or_nothing(attributes: dict[str, str], content: bytes) -> None:
    try:
        incoming = pushed(attributes, content)
    except UnknownEventError:
        assert "ce-type" in attributes or b"ce-type" in content
        return
    assert incoming is None or isinstance(incoming, ObjectRef | DocumentMessage)
    assert not isinstance(incoming, DocumentMessage) or incoming.content == content or "ce-type" in attributes


def test_a_message_is_a_document_with_the_name_in_its_attributes() -> None:
    assert pushed({"name": "a.xml"}, b"<a/>") == DocumentMessage("pubsub:s/1", "a.xml", b"<a/>")


def test_a_notification_names_the_object_and_its_generation() -> None:
    assert pushed(NOTIFICATION | {"objectGeneration": "7"}, b"{}") == ObjectRef("b", "in/a.xml", 7)
    assert pushed(NOTIFICATION, b"") == ObjectRef("b", "in/a.xml")


def test_a_notification_about_a_deletion_is_ignored() -> None:
    assert pushed(NOTIFICATION | {"eventType": "OBJECT_DELETE"}, b"{}") is None


def test_a_notification_with_a_malformed_generation_is_a_document() -> None:
    attributes = NOTIFICATION | {"objectGeneration": "x"}
    assert pushed(attributes, b"text") == DocumentMessage("pubsub:s/1", "", b"text")


def test_an_event_of_eventarc_names_the_object() -> None:
    data = json.dumps({"bucket": "b", "name": "a", "generation": "7"}).encode()
    assert pushed({"ce-type": FINALIZED}, data) == ObjectRef("b", "a", 7)


def test_an_event_of_eventarc_about_a_message_contains_its_document() -> None:
    inner = json.dumps(envelope({"name": "a.xml"}, b"<a/>")).encode()
    assert pushed({"ce-type": PUBLISHED}, inner) == DocumentMessage("pubsub:s/1", "a.xml", b"<a/>")


def test_an_event_of_eventarc_that_creates_nothing_is_ignored() -> None:
    assert pushed({"ce-type": DELETED}, b"{}") is None


def test_an_event_that_is_not_about_objects_is_an_error() -> None:
    with pytest.raises(UnknownEventError, match=r"com\.example\.other"):
        pushed({"ce-type": "com.example.other"}, b"{}")


@pytest.mark.parametrize("attribute", ["ce-type", "type"])
def test_an_event_that_the_pipeline_published_is_ignored(attribute: str) -> None:
    assert pushed({attribute: READING_STORED}, b"{}") is None


def test_a_broken_event_of_eventarc_is_a_document() -> None:
    assert pushed({"ce-type": FINALIZED}, b"{") == DocumentMessage("pubsub:s/1", "", b"{")
