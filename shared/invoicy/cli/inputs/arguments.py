"""Arguments that name files: a file may be called like an option."""

import os

import click

DOCUMENT = click.Path(readable=False)  # what is closed to you is named when it is read, and the rest is read
_HINT = "If it is a file, put -- before the files: invoicy {command} -- *"


class FilesCommand(click.Command):
    """A command whose arguments are files. A file that is called like an option is never taken for it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises UsageError for an option that is a file here, too: `check *` would write its report over the next file,
        and over a.xml where there is a file -oa.xml.
        """
        options = args[: args.index("--")] if "--" in args else args
        files = [argument for argument in options if _is_file_like_option(argument)]
        hint = _HINT.format(command=ctx.info_name)
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            if not files:
                raise
            raise click.UsageError(f"{error.format_message()} {hint}", ctx) from error
        if files:
            raise click.UsageError(f"{files[0]} is an option and a file. {hint}", ctx)
        return rest


def _is_file_like_option(argument: str) -> bool:
    return argument.startswith("-") and argument not in {"-", "--"} and os.path.lexists(argument)
