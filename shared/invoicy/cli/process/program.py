"""The group of commands. A command is imported when it is used, and listed with its whole first sentence."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from invoicy.errors import InvoicyError


class ClosedOutputError(InvoicyError):
    """Standard output is closed, for example because `head` has ended."""


class Program(click.Group):
    """A group whose commands are in separate modules.

    modules: by command name, the module that defines the command under that name.
    """

    def __init__(self, *arguments: Any, modules: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        if cmd_name not in self._modules:
            return None
        command: click.Command = getattr(import_module(self._modules[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Raises ClosedOutputError if the output is closed. Click would exit with code 1, as for a document that failed.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ClosedOutputError("The output was closed.") from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands with whole sentences, which click would cut to one line."""
        rows = [(name, _sentence(self.get_command(ctx, name))) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _sentence(command: click.Command | None) -> str:
    return " ".join((command.help or "").partition("\n\n")[0].split()) if command else ""
