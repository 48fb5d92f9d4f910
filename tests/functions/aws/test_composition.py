"""The adapters that the functions get."""

import pytest

from invoicy.errors import SettingsError
from invoicy.pipeline import NullPublisher
from invoicy_aws.composition import _publisher, pipeline, settings
from invoicy_aws.publisher import EventBridgePublisher


@pytest.mark.usefixtures("bucket")
def test_events_go_to_the_bus_that_is_named_and_to_nobody_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(_publisher(), NullPublisher)
    monkeypatch.setenv("INVOICY_EVENT_BUS", "invoices")
    settings.cache_clear()
    assert isinstance(_publisher(), EventBridgePublisher)


def test_without_a_bucket_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INVOICY_BUCKET", raising=False)
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        pipeline()
