"""Options that several benches share."""

from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

more = click.option(
    "--more",
    type=_FOLDER,
    multiple=True,
    help="Learn from this folder, too: pdf/ and truth/, as the benches synthetic and gallery write them. Repeatable.",
)
judge = click.option(
    "--judge", type=_FOLDER, multiple=True, help="Judge by this folder; nothing is learnt from it. Repeatable."
)
