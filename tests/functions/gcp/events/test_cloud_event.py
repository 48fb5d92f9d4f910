"""CloudEvents from Eventarc."""

from typing import Any

import pytest
from cloudevents.http import CloudEvent
from hypothesis import given
from hypothesis import strategies as st

from invoicy_gcp.events.cloud_event import from_cloud_event
from invoicy_gcp.events.object_ref import ObjectRef, is_document
from invoicy_gcp.events.payloads import AUDITED, FINALIZED, UnknownEventError
from invoicy_gcp.events.pub_sub import PUBLISHED, DocumentMessage, Incoming
from tests.functions.gcp.events.test_pub_sub import DELETED, VALUES

TYPES = st.sampled_from([FINALIZED, AUDITED, PUBLISHED, DELETED])


def received(event_type: str, data: Any) -> Incoming:
    return from_cloud_event(CloudEvent({"type": event_type, "source": "//somewhere", "id": "1"}, data))


@given(TYPES, VALUES)
def test_any_event_is_an_object_a_document_or_nothing(event_type: str, data: Any) -> None:
    incoming = received(event_type, data)
    assert incoming is None or isinstance(incoming, ObjectRef | DocumentMessage)
    assert not isinstance(incoming, ObjectRef) or is_document(incoming.key)


def test_an_uploaded_object_is_named() -> None:
    assert received(FINALIZED, {"bucket": "b", "name": "a", "generation": "1"}) == ObjectRef("b", "a", 1)


def test_an_event_that_names_no_object_is_a_document() -> None:
    assert received(FINALIZED, {"bucket": 1}) == DocumentMessage("//somewhere#1", "", b'{"bucket":1}')


def test_an_event_that_creates_nothing_is_ignored() -> None:
    assert received(DELETED, {"bucket": "b", "name": "a"}) is None


def test_an_event_that_is_not_about_objects_is_an_error() -> None:
    with pytest.raises(UnknownEventError, match=r"com\.example\.other"):
        received("com.example.other", {"bucket": "b", "name": "a"})


def test_message_data_that_is_not_base64_is_used_as_it_is() -> None:
    message = {"message": {"data": "ä", "messageId": "1"}}
    assert received(PUBLISHED, message) == DocumentMessage("pubsub:/1", "", "ä".encode())
