"""Options that several commands have."""

from pathlib import Path
from typing import Any

import click

from invoicy.model.profiles import Profile

_LAST_PORT = 65535


class Port(click.IntRange):
    """A port number, or 0 for any free port."""

    def __init__(self) -> None:
        super().__init__(0, _LAST_PORT)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is not a port. A port is a number from 0 to {_LAST_PORT}.", param, ctx)


class Folder(click.Path):
    """A folder, which may not exist yet. An empty name is refused, because it would mean the current folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("the name of the folder is empty.", param, ctx)
        return super().convert(value, param, ctx)


profile_option = click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    metavar="PROFILE",
    help="Check against the rules of this profile: auto (the profile named in the invoice), en16931, peppol, "
    "xrechnung, or facturx- followed by minimum, basicwl, basic, en16931 or extended.  "
    "[env var: INVOICY_PROFILE; default: auto]",
)

store_option = click.option(
    "--store",
    type=Folder(),
    metavar="DIR",
    help="Store readings in this folder.  [env var: INVOICY_STORE; default: invoicy-store]",
)
