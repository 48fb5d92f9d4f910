"""Arguments that name files: a file may be called like an option."""

import os

import click

_HINT = "If it is a file, put -- before the files: invoicy {command} -- *"


class FilesCommand(click.Command):
    """A command whose arguments are files. Where a file is taken for an option, the error says how to name it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        files = [argument for argument in args if argument.startswith("-") and os.path.lexists(argument)]
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if not files:
                raise
            raise click.UsageError(f"{error.format_message()} {_HINT.format(command=ctx.info_name)}", ctx) from error
