"""Where the readings of `serve` and `watch` go: the option, the environment, a folder here."""

from collections.abc import Mapping
from pathlib import Path

from invoicy.local import LocalSettings


def settings_with(store: Path | None, environment: Mapping[str, str]) -> LocalSettings:
    """The settings of this machine; store, where given, goes before INVOICY_STORE."""
    named = {} if store is None else {"INVOICY_STORE": str(store)}
    return LocalSettings.load({**environment, **named})
