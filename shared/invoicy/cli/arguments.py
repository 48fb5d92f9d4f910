"""Arguments that name files: a file may be called like an option."""

import os

import click

_HINT = "If it is a file, put -- before the files: invoicy {command} -- *"


class FilesCommand(click.Command):
    """A command whose arguments are files. Where a file is taken for an option, the error says how to name it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises UsageError for an option that is a file here, too: `check *` would write its report over the next file.
        """
        before = args[: args.index("--")] if "--" in args else args
        files = [argument for argument in before if _is_file_like_option(argument)]
        for name in files:
            if any(name in parameter.opts for parameter in self.params):
                raise click.UsageError(f"{name} is an option and a file. {_HINT.format(command=ctx.info_name)}", ctx)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if not files:
                raise
            raise click.UsageError(f"{error.format_message()} {_HINT.format(command=ctx.info_name)}", ctx) from error


def _is_file_like_option(argument: str) -> bool:
    return argument.startswith("-") and argument not in {"-", "--"} and os.path.lexists(argument)
