"""The list of rules: a table in a pager on a terminal, otherwise a line for each rule."""

import io
import shutil
import textwrap
from collections.abc import Sequence

import click

from invoicy.rules import catalogue
from invoicy.rules.catalogue import RuleEntry


def print_lines(entries: Sequence[RuleEntry]) -> None:
    """Print a line for each rule: id, severity, business terms and sentence, separated by tabs."""
    for entry in entries:
        click.echo("\t".join((entry.id, entry.severity, " ".join(entry.terms), entry.sentence)))


def page(entries: Sequence[RuleEntry]) -> None:
    """Show a table as wide as the terminal in the user's pager."""
    width = shutil.get_terminal_size().columns
    introduction = textwrap.fill(f'{about(entries)} "invoicy rules ID" explains a rule.', width)
    click.echo_via_pager(f"{introduction}\n\n{_table(entries, width)}")


def about(entries: Sequence[RuleEntry]) -> str:
    """Return a sentence with the number of rules by their subject."""
    content = sum(catalogue.is_about_content(entry.id) for entry in entries)
    reading = sum(not entry.profiles for entry in entries)
    subjects = (
        (content, "the content of an invoice"),
        (len(entries) - content - reading, "its XML"),
        (reading, "reading a document"),
    )
    counts = ", ".join(f"{count:,} about {subject}" for count, subject in subjects if count)
    return f"{len(entries):,} {'rule' if len(entries) == 1 else 'rules'}: {counts or 'none'}."


def _table(entries: Sequence[RuleEntry], width: int) -> str:
    from rich.console import Console  # takes 40 ms, and is only needed on a terminal
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0), width=width)
    table.add_column("Rule", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Sentence", ratio=1)
    for entry in entries:
        table.add_row(entry.id, entry.severity, Text(entry.sentence))
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=True, color_system="standard").print(table)
    return stream.getvalue()
