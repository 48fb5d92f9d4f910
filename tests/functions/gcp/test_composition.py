"""The adapters that the services get."""

import pytest

from invoicy.errors import SettingsError
from invoicy.pipeline import NullPublisher
from invoicy_gcp.composition import pipeline, settings
from invoicy_gcp.publisher import PubSubPublisher


@pytest.mark.usefixtures("bucket")
def test_events_go_to_the_topic_that_is_named_else_to_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(pipeline().publisher, NullPublisher)
    monkeypatch.setenv("INVOICY_TOPIC", "projects/test/topics/invoices")
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "127.0.0.1:1")  # no credentials on this machine
    settings.cache_clear()
    pipeline.cache_clear()
    assert isinstance(pipeline().publisher, PubSubPublisher)


def test_without_a_bucket_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INVOICY_BUCKET", raising=False)
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        pipeline()
