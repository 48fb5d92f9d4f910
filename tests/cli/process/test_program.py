"""The group of commands."""

import click
import pytest

from invoicy.cli import COMMANDS, invoicy
from invoicy.cli.process.program import ClosedOutputError


@pytest.mark.parametrize("name", COMMANDS)
def test_each_name_is_a_command(name: str) -> None:
    command = invoicy.get_command(click.Context(invoicy), name)
    assert command is not None
    assert command.name == name


def test_an_unknown_name_is_not_a_command() -> None:
    assert invoicy.get_command(click.Context(invoicy), "reed") is None


def test_commands_are_listed_in_the_order_of_the_table() -> None:
    assert invoicy.list_commands(click.Context(invoicy)) == list(COMMANDS)


def test_a_closed_output_is_not_the_failure_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(click.Group, "invoke", closed)
    with pytest.raises(ClosedOutputError):
        invoicy.invoke(click.Context(invoicy))
