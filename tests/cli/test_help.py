"""--help of every command: whole sentences in plain English."""

import click
import pytest
from click.testing import CliRunner

from invoicy.cli import COMMANDS, invoicy


def command(name: str) -> click.Command:
    subcommand = invoicy.get_command(click.Context(invoicy), name)
    assert subcommand is not None
    return subcommand


def help_of(*arguments: str) -> str:
    result = CliRunner().invoke(invoicy, [*arguments, "--help"], terminal_width=80, env={"COLUMNS": "80"})
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_has_the_whole_sentence(name: str) -> None:
    sentence = " ".join((command(name).help or "").partition("\n\n")[0].split())
    assert sentence.endswith(".")
    assert sentence in " ".join(help_of().split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained_in_a_sentence(name: str) -> None:
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            text = parameter.help or ""
            assert text.partition("  [")[0].endswith("."), (name, parameter.name)
            assert len(text.split()) >= 3 or text == "Port.", (name, parameter.name, text)


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_help_fits_80_columns(name: str) -> None:
    text = help_of(*filter(None, [name]))
    assert "..." not in text.replace("PATH...", "").replace("FILE...", "").replace("[ARGS]...", "")
    assert max(map(len, text.splitlines())) <= 80
