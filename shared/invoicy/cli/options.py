"""Options that several commands share."""

from pathlib import Path

import click

from invoicy.profiles import Profile

profile_option = click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    metavar="PROFILE",
    help="Check against the rules of this profile: auto (the one that the invoice names), en16931, peppol, xrechnung, "
    "or facturx- followed by minimum, basicwl, basic, en16931 or extended.  [env var: INVOICY_PROFILE; default: auto]",
)

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep the readings in this folder.  [env var: INVOICY_STORE; default: invoicy-store]",
)
