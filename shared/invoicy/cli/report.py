"""The report of `invoicy check`: what is wrong first, where it stands, and what would be right."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from invoicy.reading import Finding, InvoiceReading, Reading, Severity

if TYPE_CHECKING:
    from invoicy.cli.check import Checked

_STYLES = {Severity.FATAL: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "dim"}
_MARKS = {Severity.FATAL: "✗", Severity.WARNING: "!", Severity.INFORMATION: "i"}
_WIDTH_OFF_TERMINAL = 120
_PLACES = 4


def show(checked: Sequence["Checked"], file: TextIO) -> None:
    """A block a file, and a line that adds them up."""
    console = Console(file=file, width=None if file.isatty() else _WIDTH_OFF_TERMINAL, highlight=False)
    for one in checked:
        if one.reading is None:
            console.print(Text.assemble(("✗ ", "bold red"), (one.file, "bold"), f"  {one.error}"))
        else:
            _show_reading(console, one.file, one.reading)
    if len(checked) > 1:
        sound = sum(one.is_sound for one in checked)
        console.print(Text(f"{sound} of {len(checked)} files without a fatal finding", style="bold"))


def _show_reading(console: Console, file: str, reading: Reading) -> None:
    _show_block(console, file, "", reading.findings, always=not reading.invoices)
    for position, invoice in enumerate(reading.invoices):
        name = f"{file} ({position + 1} of {len(reading.invoices)})" if len(reading.invoices) > 1 else file
        _show_block(console, name, _title(invoice), invoice.findings, always=True)


def _title(reading: InvoiceReading) -> str:
    invoice = reading.invoice
    seller = invoice.seller.name if invoice.seller else None
    total = invoice.totals.with_vat if invoice.totals else None
    amount = f"{total:f} {invoice.currency_code or ''}".strip() if total is not None else None
    return " · ".join(part for part in (invoice.number, seller, amount) if part)


def _show_block(console: Console, name: str, title: str, findings: Sequence[Finding], *, always: bool) -> None:
    if not findings and not always:
        return
    fatal = any(finding.severity is Severity.FATAL for finding in findings)
    mark = ("✗ ", "bold red") if fatal else ("✓ ", "bold green")
    console.print(Text.assemble(mark, (name, "bold"), (f"  {title}" if title else "", "dim")))
    if findings:
        console.print(Padding(_table(findings), (0, 0, 0, 2)))
    else:
        console.print(Padding(Text("every rule is kept", style="green"), (0, 0, 0, 4)))
    console.print()


def _table(findings: Sequence[Finding]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1), expand=False)
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    order = list(Severity)
    ordered = sorted(findings, key=lambda finding: (order.index(finding.severity), finding.rule))
    for (severity, rule), group in groupby(ordered, key=lambda finding: (finding.severity, finding.rule)):
        style = _STYLES[severity]
        table.add_row(Text(_MARKS[severity], style=style), Text(rule, style=style), _said(list(group)))
    return table


def _said(findings: list[Finding]) -> Text:
    """The sentence once, then where: the first few places with their values."""
    text = Text(findings[0].message if len(findings) == 1 else _common(findings))
    places = [_place(finding) for finding in findings[:_PLACES]]
    if any(places):
        text.append("\n" + "; ".join(place for place in places if place), style="dim")
    if len(findings) > _PLACES:
        text.append(f"; and {len(findings) - _PLACES} more", style="dim")
    return text


def _common(findings: list[Finding]) -> str:
    """What the messages share; details that differ stand with the values."""
    first = findings[0].message
    return first if all(finding.message == first for finding in findings) else first.partition(". ")[0] + "."


def _place(finding: Finding) -> str:
    values = ", ".join(value for value in finding.values if value)[:80]
    return f"{finding.path} {values}".strip()
