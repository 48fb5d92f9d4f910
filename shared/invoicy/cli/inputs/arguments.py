"""File arguments. A file may have the name of an option, such as -oa.xml."""

import os

import click

# Click does not check permissions: a file that cannot be read is reported later, and the other files are read.
DOCUMENT = click.Path(readable=False)
_HINT = "If it is a file, put -- before the files: invoicy {command} -- *"


class FilesCommand(click.Command):
    """A command whose arguments are files. A file with the name of an option is refused, never used as that option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises UsageError for an option if a file in the current folder has the same name: with a file -oa.xml,
        `check *` would otherwise write its report over a.xml.
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
            raise click.UsageError(f"{files[0]} is both an option and a file. {hint}", ctx)
        return rest


def _is_file_like_option(argument: str) -> bool:
    return argument.startswith("-") and argument not in {"-", "--"} and os.path.lexists(argument)
