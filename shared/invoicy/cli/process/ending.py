"""The end of a run: its exit code, and one sentence about what went wrong."""

import errno
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from invoicy.cli.process import streams
from invoicy.cli.process.defects import reported
from invoicy.cli.process.exits import DEFECT, FAILED, STOPPED, WRONG_USAGE
from invoicy.cli.process.program import ClosedOutputError
from invoicy.errors import InvalidArgumentError, InvoicyError, SettingsError
from invoicy.wording.printable import printable


def run(command: click.Command) -> NoReturn:
    """Run a command with the arguments of this process, and exit."""
    streams.prepare()
    code = _code_of(command)
    streams.abandon_broken()
    if code == STOPPED:
        os._exit(code)  # at an orderly end Python would wait for threads, and they for processes that are gone
    sys.exit(code)


def _code_of(command: click.Command) -> int:
    try:
        code = _result_of(command)
        sys.stdout.flush()
    except ClosedOutputError:
        return 0  # the reader has seen enough
    except click.ClickException as error:
        return _show(error)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  its reader is a user, whatever it is
        return _tell(*_diagnosis(error))
    return code


def _result_of(command: click.Command) -> int:
    try:
        result = command.main(prog_name="invoicy", standalone_mode=False)
    except SystemExit as ended:  # how a command gives its exit code
        result = ended.code
    return result if isinstance(result, int) else 0


def _show(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # its message is the help, already laid out
        with suppress(OSError):
            click.echo(error.format_message(), err=True)
        return error.exit_code
    context = error.ctx if isinstance(error, click.UsageError) else None
    lines = map(printable, error.format_message().split("\n"))
    with suppress(OSError):
        if context is not None:
            click.echo(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n", err=True)
        click.echo("Error: " + "\n".join(lines), err=True)
    return error.exit_code


def _diagnosis(error: BaseException) -> tuple[str, int]:
    """A sentence for the user, and the exit code."""
    if isinstance(error, InvoicyError):
        usage = isinstance(error, InvalidArgumentError | SettingsError)
        return printable(error.message), WRONG_USAGE if usage else FAILED
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "Stopped.", STOPPED
    if isinstance(error, OSError):
        return _of_the_machine(error), FAILED
    return printable(reported(error)), DEFECT


def _of_the_machine(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename:
        return f"{printable(str(error.filename))}: {reason}."
    if error.errno == errno.EBADF:
        return "The output cannot be written: it is closed."
    return f"The output cannot be written: {reason}."  # only an open stream fails without a name


def _tell(sentence: str, code: int) -> int:
    with suppress(OSError):  # where standard error is full or closed, there is nowhere left to say it
        click.echo(f"invoicy: {sentence}", err=True)
    return code
