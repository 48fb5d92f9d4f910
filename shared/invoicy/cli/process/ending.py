"""The end of a run: an exit code, and a sentence about an error."""

import errno
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from invoicy.cli.process import streams
from invoicy.cli.process.defects import defect_sentence
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
        os._exit(code)  # sys.exit would wait for threads, which wait for processes that have ended
    sys.exit(code)


def _code_of(command: click.Command) -> int:
    try:
        code = _result_of(command)
        sys.stdout.flush()
    except ClosedOutputError:
        return 0  # as with `| head`: the reader needs no more
    except click.ClickException as error:
        return _show(error)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a user gets a sentence, not a traceback
        return _print_error(*_diagnosis(error))
    return code


def _result_of(command: click.Command) -> int:
    try:
        result = command.main(prog_name="invoicy", standalone_mode=False)
    except SystemExit as exit_request:  # a command exits with sys.exit
        result = exit_request.code
    return result if isinstance(result, int) else 0


def _show(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # the message is the help text
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
    """Return a sentence for the user and the exit code."""
    if isinstance(error, InvoicyError):
        is_usage = isinstance(error, InvalidArgumentError | SettingsError)
        return printable(error.message), WRONG_USAGE if is_usage else FAILED
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "Stopped.", STOPPED
    if isinstance(error, OSError):
        return _system_error(error), FAILED
    return printable(defect_sentence(error)), DEFECT


def _system_error(error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.filename:
        return f"{printable(str(error.filename))}: {reason}."
    if error.errno == errno.EBADF:
        return "The output cannot be written: it is closed."
    return f"The output cannot be written: {reason}."  # an error without a file name comes from an open stream


def _print_error(sentence: str, code: int) -> int:
    with suppress(OSError):  # standard error may be full or closed
        click.echo(f"invoicy: {sentence}", err=True)
    return code
