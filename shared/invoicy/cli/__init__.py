"""The command line. A new command is one module and one line here."""

import sys

import click

from invoicy.cli.check import check
from invoicy.cli.completion import completion
from invoicy.cli.doctor import doctor
from invoicy.cli.read import read
from invoicy.cli.rules import rules
from invoicy.cli.schema import schema
from invoicy.cli.serve import serve
from invoicy.cli.show import show
from invoicy.cli.watch import watch
from invoicy.errors import InvalidArgumentError, InvoicyError, SettingsError
from invoicy.version import revision, version

COMMANDS: tuple[click.Command, ...] = (read, show, check, rules, schema, doctor, serve, watch, completion)
WRONG_USAGE = 2


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"invoicy {version()}" + (f" ({revision()})" if revision() else ""))
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Say which one.")
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
        sys.exit(WRONG_USAGE if isinstance(error, InvalidArgumentError | SettingsError) else 1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough; Python would complain at exit
        sys.exit(0)
