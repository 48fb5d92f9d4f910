"""The settings of the functions."""

import pytest

from invoicy.errors import SettingsError
from invoicy_aws.settings import AwsSettings


def test_only_the_bucket_is_required() -> None:
    settings = AwsSettings.load({"INVOICY_BUCKET": "readings"})
    assert (settings.bucket, settings.inbox, settings.event_bus) == ("readings", None, None)


@pytest.mark.parametrize("seconds", ["0", "604801", "soon"])
def test_a_url_is_valid_for_a_week_at_most(seconds: str) -> None:
    with pytest.raises(SettingsError, match="INVOICY_UPLOAD_SECONDS"):
        AwsSettings.load({"INVOICY_BUCKET": "readings", "INVOICY_UPLOAD_SECONDS": seconds})
