"""The command line. To add a command, add its module to cli/commands and its name to COMMANDS."""

import click

from invoicy.cli.process.program import Program

COMMANDS = ("read", "show", "check", "rules", "schema", "doctor", "serve", "watch", "completion")


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from invoicy.version import revision, version

    click.echo(f"invoicy {version()}" + (f" ({revision()})" if revision() else ""))
    context.exit()


@click.group(
    cls=Program,
    modules={name: f"{__name__}.commands.{name}" for name in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version and exit."
)
def invoicy() -> None:
    """Turn invoices of any form into checked, structured EN 16931 invoices.

    Start with "invoicy read FILE". "invoicy COMMAND --help" explains a command.
    """


def main() -> None:
    """Run the program: the entry point of the `invoicy` script."""
    from invoicy.cli.process.ending import run

    run(invoicy)
