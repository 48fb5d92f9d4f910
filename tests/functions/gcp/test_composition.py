"""The pipeline with its Google Cloud adapters."""

import pytest
from google.auth.credentials import AnonymousCredentials

from invoicy.errors import AccessRefusedError, SettingsError
from invoicy.pipeline import NullPublisher
from invoicy_gcp.composition import credentials, gcs, intake, pipeline, signer
from invoicy_gcp.publisher import PubSubPublisher


@pytest.mark.usefixtures("bucket")
def test_without_a_topic_nothing_is_published() -> None:
    assert isinstance(pipeline().publisher, NullPublisher)


@pytest.mark.usefixtures("bucket")
def test_events_are_published_to_the_configured_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_TOPIC", "projects/test/topics/invoices")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "127.0.0.1:1")  # the client connects when it publishes
    assert isinstance(pipeline().publisher, PubSubPublisher)


@pytest.mark.usefixtures("bucket")
def test_the_process_has_one_client_and_one_pipeline() -> None:
    assert intake().client is gcs() is signer().client
    assert intake().pipeline is pipeline()


@pytest.mark.usefixtures("bucket")
def test_an_emulator_gets_anonymous_credentials() -> None:
    assert isinstance(credentials(), AnonymousCredentials)


def test_without_credentials_the_process_reports_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STORAGE_EMULATOR_HOST", raising=False)
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", "/no/such/file.json")
    with pytest.raises(AccessRefusedError, match="Access to Google Cloud was denied"):
        credentials()


def test_large_documents_are_uploaded_to_the_bucket(bucket: str) -> None:
    assert signer().bucket == bucket


@pytest.mark.usefixtures("bucket")
def test_large_documents_are_uploaded_to_the_inbox_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_INBOX", "inbox")
    assert signer().bucket == "inbox"


def test_a_missing_bucket_is_reported_before_any_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INVOICY_BUCKET", raising=False)
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        pipeline()
