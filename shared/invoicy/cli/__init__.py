"""The command line. A new command is one module and one line here."""

import sys

import click

from invoicy.cli.completion import completion
from invoicy.cli.doctor import doctor
from invoicy.cli.read import read
from invoicy.cli.schema import schema
from invoicy.errors import InvalidArgumentError, InvoicyError

COMMANDS: tuple[click.Command, ...] = (read, schema, doctor, completion)
WRONG_USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="invoicy", prog_name="invoicy")
def invoicy() -> None:
    """An invoice in any form becomes one checked, structured EN 16931 invoice."""


for _command in COMMANDS:
    invoicy.add_command(_command)


def main() -> None:
    """Entry point: errors are one sentence on standard error, never a traceback."""
    try:
        invoicy()
    except InvoicyError as error:
        click.echo(f"invoicy: {error.message}", err=True)
        sys.exit(WRONG_USAGE if isinstance(error, InvalidArgumentError) else 1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough; Python would complain at exit
        sys.exit(0)
