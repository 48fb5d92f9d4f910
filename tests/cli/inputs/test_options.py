"""Options that several commands have."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from invoicy.cli.inputs.options import Folder, Port, profile_option


@click.command()
@click.option("--port", type=Port(), default=8000)
@click.option("--store", type=Folder())
@profile_option
def command(port: int, store: Path | None, profile: str | None) -> None:
    click.echo(f"{port} {store} {profile}")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_options_have_their_types() -> None:
    assert run("--port", "0", "--store", "a/b", "--profile", "peppol").stdout == f"0 {Path('a/b')} peppol\n"


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_an_invalid_port_is_refused_with_the_valid_range(port: str) -> None:
    result = run(f"--port={port}")
    assert result.exit_code == 2
    assert f"'{port}' is not a port. A port is a number from 0 to 65535." in result.stderr


def test_an_empty_folder_name_is_refused() -> None:
    assert "the name of the folder is empty" in run("--store", "").stderr


def test_an_unknown_profile_is_refused() -> None:
    assert run("--profile", "zugferd").exit_code == 2
