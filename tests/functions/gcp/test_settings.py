"""Settings of the Cloud Run services and jobs."""

import pytest

from invoicy.errors import SettingsError
from invoicy_gcp.settings import GcpSettings, PushTokens


def test_only_the_bucket_is_required() -> None:
    settings = GcpSettings.load({"INVOICY_BUCKET": "readings"})
    assert (settings.topic, settings.inbox, settings.archive) == (None, None, "")
    with pytest.raises(SettingsError, match="INVOICY_BUCKET is missing"):
        GcpSettings.load({})


def test_tokens_of_pushes_are_checked_by_default() -> None:
    assert GcpSettings.load({"INVOICY_BUCKET": "readings"}).push_tokens is PushTokens.SIGNED


@pytest.mark.parametrize(
    ("name", "value"), [("PUSH_TOKENS", "no"), ("UPLOAD_SECONDS", "604801"), ("DEADLINE_SECONDS", "0")]
)
def test_a_wrong_value_is_reported(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"INVOICY_{name} must be"):
        GcpSettings.load({"INVOICY_BUCKET": "readings", f"INVOICY_{name}": value})
