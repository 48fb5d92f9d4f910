"""The version of the program. In an image it is an environment variable, so a new version changes no layer."""

from collections.abc import Mapping
from os import environ

from invoicy.errors import SettingsError


def version(environment: Mapping[str, str] = environ) -> str:
    """Return INVOICY_VERSION or else the version of the installed distribution, as in PEP 440.

    Raises SettingsError for an invalid INVOICY_VERSION: readings are stored by version, and the newest counts.
    """
    configured = environment.get("INVOICY_VERSION")
    if not configured:
        from importlib.metadata import version as installed_version  # takes 20 ms, not needed in an image

        return installed_version("invoicy")
    from packaging.version import InvalidVersion, Version  # only needed for INVOICY_VERSION

    try:
        return str(Version(configured))
    except InvalidVersion as error:
        raise SettingsError((f"INVOICY_VERSION must be a PEP 440 version, not {configured!r}.",)) from error


def revision(environment: Mapping[str, str] = environ) -> str:
    """Return INVOICY_REVISION, the commit from which an image was built; "" if it is not set."""
    return environment.get("INVOICY_REVISION", "")
