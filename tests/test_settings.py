"""Settings from the environment: everything missing or wrong at once, secrets in no message."""

from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Meta

from invoicy.errors import SettingsError
from invoicy.local import LocalSettings
from invoicy.model.profiles import Profile
from invoicy.settings import ApiKeys, Settings


class CloudSettings(Settings, frozen=True, kw_only=True):
    """As a cloud adds to them."""

    bucket: Annotated[str, Meta(description="where the readings go")]
    topic: Annotated[str, Meta(description="where the events go")]


def test_without_any_variable_the_defaults_hold() -> None:
    settings = LocalSettings.load({})
    assert settings.tenant == "default"
    assert settings.profile is Profile.AUTO
    assert settings.store == Path("invoicy-store")
    assert not settings.api_keys


def test_variables_are_converted_to_their_types() -> None:
    settings = LocalSettings.load(
        {
            "INVOICY_TENANT": "acme",
            "INVOICY_PROFILE": "peppol",
            "INVOICY_MAX_UPLOAD_BYTES": "1000",
            "INVOICY_STORE": "/data",
            "INVOICY_API_KEYS": "acme=k1, globex=k2",
            "INVOICY_SOMETHING_ELSE": "is left alone",
        }
    )
    assert (settings.tenant, settings.profile, settings.max_upload_bytes) == ("acme", Profile.PEPPOL, 1000)
    assert settings.store == Path("/data")
    assert settings.api_keys.tenant_of("k2") == "globex"


def test_everything_missing_or_wrong_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as raised:
        CloudSettings.load(
            {
                "INVOICY_TENANT": "../acme",
                "INVOICY_PROFILE": "peppoll",
                "INVOICY_MAX_UPLOAD_BYTES": "many",
                "INVOICY_API_KEYS": "acme",
                "INVOICY_BUCKET": "",
            }
        )
    assert {problem.split(" ")[0] for problem in raised.value.problems} == {
        "INVOICY_TENANT",
        "INVOICY_PROFILE",
        "INVOICY_API_KEYS",
        "INVOICY_MAX_UPLOAD_BYTES",
        "INVOICY_BUCKET",
        "INVOICY_TOPIC",
    }
    assert "INVOICY_BUCKET is missing: where the readings go." in raised.value.message
    assert not raised.value.retryable


def test_no_message_and_no_representation_contains_a_key() -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.load({"INVOICY_API_KEYS": "Not A Tenant=s3cret"})
    assert raised.value.message == "INVOICY_API_KEYS must look like acme=KEY1,globex=KEY2."
    assert "s3cret" not in repr(Settings.load({"INVOICY_API_KEYS": "acme=s3cret"}))


@pytest.mark.parametrize("key", ["", "k", "k11", "K1", "k1 ", "ü"])
def test_a_key_with_a_typing_error_is_unknown(key: str) -> None:
    assert ApiKeys("acme=k1").tenant_of(key) is None


def test_a_key_may_hold_an_equals_sign() -> None:
    assert ApiKeys("acme=azE9PQ==").tenant_of("azE9PQ==") == "acme"
