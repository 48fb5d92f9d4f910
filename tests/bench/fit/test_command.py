"""The commands that fit weights and curves."""

import click
import pytest
from bench.fit.ranking import DATA
from click.testing import CliRunner

from bench.fit import command

COMMANDS = (command.parties, command.references, command.dates, command.confidence)


@pytest.mark.parametrize("fit", COMMANDS, ids=[str(fit.name) for fit in COMMANDS])
def test_help_names_the_data_file_that_is_written(fit: click.Command) -> None:
    help_text = CliRunner().invoke(fit, ["--help"]).output
    assert f"shared/invoicy/data/weights/{fit.name}.json" in help_text
    assert (DATA / "weights" / f"{fit.name}.json").is_file()
