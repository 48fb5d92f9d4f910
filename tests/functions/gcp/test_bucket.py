"""The service for Eventarc's events about uploads."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.functions.gcp.conftest import keys_in, post_event, upload

if TYPE_CHECKING:
    from google.cloud.storage import Client

EVENT = "gcs_finalized_binary"


def test_a_stored_reading_is_answered_200(gcs: "Client", bucket: str, bucket_service: Any) -> None:
    assert post_event(bucket_service, EVENT, upload(gcs, bucket)) == 200
    assert len(keys_in(gcs, bucket)) == 3


def test_a_wrong_setting_is_answered_500_so_that_the_event_comes_again(
    gcs: "Client", bucket: str, bucket_service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = upload(gcs, bucket)
    monkeypatch.setenv("INVOICY_BUCKET", f"no-such-{bucket}")
    assert post_event(bucket_service, EVENT, ref) == 500


@pytest.mark.usefixtures("bucket")
def test_an_event_that_is_not_about_objects_is_answered_500_and_logged(
    bucket_service: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    headers = {"ce-id": "1", "ce-source": "//x", "ce-specversion": "1.0", "ce-type": "com.example.other"}
    assert bucket_service.post("/", headers=headers, json={}).status_code == 500
    assert "com.example.other" in capsys.readouterr().out


@pytest.mark.usefixtures("bucket")
def test_a_request_that_is_not_a_cloud_event_is_answered_400(bucket_service: Any) -> None:
    assert bucket_service.post("/", json={}).status_code == 400
