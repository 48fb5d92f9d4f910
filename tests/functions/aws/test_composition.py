"""Which adapters the functions get."""

import pytest

from invoicy.errors import SettingsError
from invoicy.local.publisher import LogPublisher
from invoicy_aws.composition import pipeline, settings
from invoicy_aws.publisher import EventBridgePublisher


@pytest.mark.usefixtures("bucket")
def test_events_go_to_the_bus_that_is_named_else_to_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(pipeline().publisher, LogPublisher)
    monkeypatch.setenv("INVOICY_EVENT_BUS", "invoices")
    settings.cache_clear()
    pipeline.cache_clear()
    assert isinstance(pipeline().publisher, EventBridgePublisher)


def test_without_a_bucket_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INVOICY_BUCKET", raising=False)
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        pipeline()
