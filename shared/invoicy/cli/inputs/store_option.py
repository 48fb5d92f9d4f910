"""Settings of a command: an option overrides the environment, which overrides the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from invoicy.settings import PREFIX

if TYPE_CHECKING:
    from invoicy.local import LocalSettings


def settings_with(environment: Mapping[str, str], **options: object) -> LocalSettings:
    """Return the settings. options: values by the name of their setting; None leaves the variable as it is.

    Raises SettingsError, which lists every invalid setting.
    """
    from invoicy.local import LocalSettings  # loads the pipeline, which `--help` does not need

    given = {PREFIX + name.upper(): str(value) for name, value in options.items() if value is not None}
    return LocalSettings.load({**environment, **given})
