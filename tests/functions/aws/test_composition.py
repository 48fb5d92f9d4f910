"""The adapters and clients of the functions."""

from typing import Any

import pytest

from invoicy.errors import SettingsError
from invoicy.pipeline import NullPublisher
from invoicy_aws.composition import pipeline, s3, settings, signer
from invoicy_aws.publisher import EventBridgePublisher


@pytest.mark.usefixtures("bucket", "aws")
def test_events_are_published_to_the_bus_of_the_settings_and_without_one_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(pipeline().publisher, NullPublisher)
    monkeypatch.setenv("INVOICY_EVENT_BUS", "invoices")
    settings.cache_clear()
    pipeline.cache_clear()
    assert isinstance(pipeline().publisher, EventBridgePublisher)


def test_without_a_bucket_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INVOICY_BUCKET", raising=False)
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        pipeline()


@pytest.mark.usefixtures("aws")
def test_urls_are_signed_for_the_regions_endpoint_by_version_4(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    url = s3().generate_presigned_url("get_object", Params={"Bucket": "inbox", "Key": "k"})
    assert url.startswith("https://inbox.s3.eu-central-1.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256")


@pytest.mark.usefixtures("aws")
def test_a_client_gives_up_before_lambda_does() -> None:
    config: Any = s3().meta.config
    assert config.connect_timeout * config.retries["total_max_attempts"] < 30
    assert config.read_timeout * config.retries["total_max_attempts"] < 120


@pytest.mark.usefixtures("bucket", "aws")
def test_uploads_go_to_the_inbox_and_without_one_to_the_bucket(monkeypatch: pytest.MonkeyPatch, bucket: str) -> None:
    assert signer().bucket == bucket
    monkeypatch.setenv("INVOICY_INBOX", "inbox")
    settings.cache_clear()
    assert signer().bucket == "inbox"
