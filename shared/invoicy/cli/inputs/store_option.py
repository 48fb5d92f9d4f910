"""Settings of a command: its options, then the environment, then the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from invoicy.settings import PREFIX

if TYPE_CHECKING:
    from invoicy.local import LocalSettings


def settings_with(environment: Mapping[str, str], **options: object) -> LocalSettings:
    """The settings of this machine. A command-line option overrides its variable.

    Raises SettingsError with every setting that is wrong.
    """
    from invoicy.local import LocalSettings  # the pipeline, which `--help` need not wait for

    given = {PREFIX + name.upper(): str(value) for name, value in options.items() if value is not None}
    return LocalSettings.load({**environment, **given})
