"""Version of the program. In an image it is configuration, so that a new version moves no layer."""

from collections.abc import Mapping
from os import environ

from invoicy.errors import SettingsError


def version(environment: Mapping[str, str] = environ) -> str:
    """INVOICY_VERSION, else the installed distribution's version; PEP 440.

    Raises SettingsError when INVOICY_VERSION is no version: readings are stored under it, so it has to have an order.
    """
    named = environment.get("INVOICY_VERSION")
    if not named:
        from importlib.metadata import version as installed  # 20 ms, not needed in an image

        return installed("invoicy")
    from packaging.version import InvalidVersion, Version  # only where a version comes from outside

    try:
        return str(Version(named))
    except InvalidVersion as error:
        raise SettingsError((f"INVOICY_VERSION is wrong: {named!r} is no version as in PEP 440.",)) from error


def revision(environment: Mapping[str, str] = environ) -> str:
    """INVOICY_REVISION, the commit that an image was built from; empty where nobody said."""
    return environment.get("INVOICY_REVISION", "")
