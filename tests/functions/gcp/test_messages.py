"""The service for messages that Pub/Sub pushes."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.functions.gcp.conftest import keys_in, post_event, recorded, upload
from tests.functions.gcp.google_tokens import ACCOUNT, AUDIENCE, TokenIssuer

if TYPE_CHECKING:
    from google.cloud.storage import Client

EVENT = "pubsub_push_notification"


def test_a_stored_reading_is_answered_204(gcs: "Client", bucket: str, message_service: Any) -> None:
    assert post_event(message_service, EVENT, upload(gcs, bucket)) == 204
    assert len(keys_in(gcs, bucket)) == 3


def test_a_push_without_a_token_is_answered_401_and_starts_nothing(
    gcs: "Client", bucket: str, message_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "signed")
    ref = upload(gcs, bucket)
    assert post_event(message_service, EVENT, ref) == 401
    assert keys_in(gcs, bucket) == {ref.key}


def test_a_push_with_the_token_of_the_account_is_read(
    gcs: "Client", bucket: str, message_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOICY_PUSH_TOKENS", "checked")
    monkeypatch.setenv("INVOICY_PUSH_ACCOUNT", ACCOUNT)
    monkeypatch.setenv("INVOICY_PUSH_AUDIENCE", AUDIENCE)
    request = recorded(EVENT, upload(gcs, bucket))
    headers = request.headers | {"authorization": f"Bearer {TokenIssuer().token_without_signature()}"}
    assert message_service.post("/", headers=headers, json=request.body).status_code == 204
    assert len(keys_in(gcs, bucket)) == 3


@pytest.mark.parametrize("setting", ["INVOICY_PROFILE", "INVOICY_PUSH_TOKENS"])
def test_a_wrong_setting_is_answered_500_so_that_the_message_comes_again(
    gcs: "Client", bucket: str, message_service: Any, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(setting, "wrong")
    assert post_event(message_service, EVENT, upload(gcs, bucket)) == 500


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize("content", [b"", b"no json", b"[]", b"{}", b'{"message": 1}', b"\xff"])
def test_a_body_that_is_not_a_push_request_is_answered_400(message_service: Any, content: bytes) -> None:
    assert message_service.post("/", data=content).status_code == 400


@pytest.mark.usefixtures("bucket")
def test_an_event_that_is_not_about_objects_is_answered_500(message_service: Any) -> None:
    message = {"attributes": {"ce-type": "com.example.other"}, "data": "e30=", "messageId": "1"}
    assert message_service.post("/", json={"message": message}).status_code == 500


@pytest.mark.usefixtures("bucket")
def test_other_methods_than_post_are_answered_405(message_service: Any) -> None:
    assert message_service.get("/").status_code == 405
