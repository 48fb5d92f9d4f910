"""The page of the command line, taken from the commands themselves and from running their examples."""

import inspect
import shlex
from contextlib import chdir
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner
from msgspec import Struct

from invoicy.cli import COMMANDS, invoicy

_ROOT = Path(__file__).parents[1]
_WIDTH = 100
_ROWS = 20
_HEAD = """# Command line

Every command, with its options and an example. `make docs` writes this page from the commands; `invoicy COMMAND
--help` prints the same text. The examples run in a checkout of Invoicy.

Results go to standard output, always in UTF-8, and all other messages to standard error. [inputs.md](inputs.md)
describes which files a command reads and where results go. [record.md](record.md) lists the keys of `--format
record`.

| exit code | meaning |
| --- | --- |
| 0 | Success. |
| 1 | A document is rejected, cannot be read or has a fatal finding, or the output could not be written. |
| 2 | The command line or a setting is wrong. Nothing was done. |
| 70 | Invoicy has a defect. Please report it. With `INVOICY_DEBUG=1`, the message includes a traceback. |
| 130 | The command was stopped with Ctrl-C or SIGTERM. The results so far are kept. |

Tables are as wide as the terminal, or as the number in the variable `COLUMNS`. `NO_COLOR=1` turns colours off, and
`PAGER` names the program that shows long lists.
"""


class Example(Struct, frozen=True):
    """A command line. has_output: its output is on the page, because it ends by itself and always prints the same."""

    line: str
    has_output: bool = True


EXAMPLES: dict[str, Example] = {
    "read": Example("invoicy read samples/documents/mail.eml samples/documents/two-invoices.pdf --format table"),
    "show": Example("invoicy show samples/documents/printed-french.pdf --out marked.png", has_output=False),
    "check": Example("invoicy check samples/documents/bad-total.xml"),
    "rules": Example("invoicy rules BR-CO-10"),
    "schema": Example("invoicy schema > reading.schema.json", has_output=False),
    "doctor": Example("invoicy doctor", has_output=False),
    "serve": Example("invoicy serve --port 8080 --store readings", has_output=False),
    "watch": Example("invoicy watch inbox --store readings", has_output=False),
    "completion": Example('eval "$(invoicy completion bash)"', has_output=False),
}


@cache
def page() -> str:
    """Return the page: the exit codes of all commands, then a section for each command."""
    return _HEAD + "".join(map(_section, COMMANDS))


def _section(name: str) -> str:
    group = click.Context(invoicy, info_name="invoicy")
    command = invoicy.get_command(group, name)
    if command is None:
        raise LookupError(f"There is no command {name}.")
    context = click.Context(command, parent=group, info_name=name)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    rows = "".join(_row(option, context) for option in command.params if isinstance(option, click.Option))
    options = f"| option | meaning |\n| --- | --- |\n{rows}\n" if rows else ""
    return (
        f"\n## {context.command_path}\n\n    {usage}\n\n{_text(command.help or '')}\n\n"
        f"{options}{_example(EXAMPLES[name])}"
    )


def _text(help_text: str) -> str:
    """Return the paragraphs of a help text; a paragraph that click does not wrap becomes a block of code."""
    paragraphs = inspect.cleandoc(help_text).split("\n\n")
    return "\n\n".join(
        "\n".join(f"    {line.strip()}" for line in paragraph.splitlines()[1:])
        if paragraph.startswith("\b")
        else " ".join(paragraph.split())
        for paragraph in paragraphs
    )


def _row(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context) or ("", "")
    names, meaning = (" ".join(part.replace("|", "\\|").split()) for part in record)
    return f"| `{names}` | {meaning} |\n"


def _example(example: Example) -> str:
    lines = [f"$ {example.line}", *(_output(example.line) if example.has_output else [])]
    return "```console\n" + "\n".join(lines) + "\n```\n"


def _output(line: str) -> list[str]:
    with chdir(_ROOT):
        result = CliRunner().invoke(invoicy, shlex.split(line)[1:], env={"COLUMNS": str(_WIDTH)})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    printed = [printed_line.rstrip() for printed_line in result.stdout.rstrip().splitlines()]
    return [*printed[:_ROWS], "..."] if len(printed) > _ROWS else printed
