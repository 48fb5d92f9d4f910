"""The report for people: each cause with its place and consequences. It is legible from 40 columns up."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from invoicy.cli.check_reports.causes import Cause, causes
from invoicy.cli.check_reports.checked import CheckedFile, CheckedInvoice, PlacedFinding
from invoicy.cli.check_reports.folding import folded
from invoicy.cli.check_reports.wording import STATUSES, limits_of, name_of, no_findings, place_of, rules_of, title_of
from invoicy.readings.reading import Severity, Status
from invoicy.wording.printable import printable

_STYLES = {Severity.FATAL: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "cyan"}
_SIGNS = {Severity.FATAL: "✗", Severity.WARNING: "!", Severity.INFORMATION: "i"}
_VERDICTS = {
    Status.ACCEPTED: ("✓", "bold green"),
    Status.REVIEW: ("!", "bold yellow"),
    Status.REJECTED: ("✗", "bold red"),
}
_MAX_OF_A_RULE = 4
_MAX_PATHS = 4
_UNMAPPED = "INVOICY-UNMAPPED"


class Line(NamedTuple):
    """A line of the report. indent: cells before the text. hang: further cells before its second and later lines."""

    indent: int
    text: Text
    hang: int = 0


def show(files: Sequence[CheckedFile], console: Console) -> None:
    """Print a block for each invoice, and a line with the number of files without fatal findings."""
    for file in files:
        _print(console, _file(file))
        console.print()
    if len(files) > 1:
        sound = sum(file.is_sound for file in files)
        have = "has" if sound == 1 else "have"
        console.print(Text(f"{sound} of {len(files)} files {have} no fatal findings.", style="bold"))
    rule = next((cause.cause.finding.rule for file in files for cause in _causes_in(file)), "")
    if rule:
        console.print(Text(f"For an explanation of a rule: invoicy rules {rule}", style="dim"))


def _causes_in(file: CheckedFile) -> Iterator[Cause]:
    yield from causes(file.findings)
    for invoice in file.invoices:
        yield from causes(invoice.findings, invoice.invoice)


def _print(console: Console, lines: Iterable[Line]) -> None:
    for indent, text, hang in lines:
        blank = indent
        for line in folded(text, console.width - indent, hang):
            console.print(Text(" " * blank) + line, soft_wrap=True)
            blank = indent + hang


def _file(file: CheckedFile) -> Iterator[Line]:
    sign, style = _VERDICTS[file.status]
    yield Line(0, Text.assemble((f"{sign} ", style), (name_of(file.file), "bold")))
    if file.error:
        yield Line(2, Text(printable(file.error)))
    yield from _causes(causes(file.findings))
    for position, invoice in enumerate(file.invoices):
        yield from _invoice(
            invoice, f"Invoice {position + 1} of {len(file.invoices)}" if len(file.invoices) > 1 else ""
        )


def _invoice(checked: CheckedInvoice, name: str) -> Iterator[Line]:
    if name:
        yield Line(0, Text(""))
    title = " · ".join(part for part in (name, title_of(checked), STATUSES[checked.status]) if part)
    yield Line(2, Text(title))
    if checked.findings:
        yield Line(2, Text(rules_of(checked.rules), style="dim"))
    else:
        yield Line(2, Text(no_findings(checked.rules), style="green"))
    for sentence in limits_of(checked):
        yield Line(2, Text(sentence, style="dim"))
    yield from _causes(causes(checked.findings, checked.invoice), checked.unmapped)


def _causes(ordered: Sequence[Cause], unmapped: Sequence[str] = ()) -> Iterator[Line]:
    """Yield the lines of the causes. Causes of the same rule are grouped if they have no consequences."""
    for _, group in groupby(ordered, key=lambda cause: (cause.cause.finding.rule, bool(cause.consequences))):
        alike = list(group)
        yield Line(0, Text(""))
        yield from _rule(alike, unmapped)
        for cause in alike:
            yield from _consequences(cause)


def _rule(alike: Sequence[Cause], unmapped: Sequence[str]) -> Iterator[Line]:
    finding = alike[0].cause.finding
    style = _STYLES[finding.severity]
    yield Line(2, Text(f"{_SIGNS[finding.severity]} {finding.rule}", style=style))
    for cause in alike[:_MAX_OF_A_RULE]:
        yield Line(4, Text(printable(cause.cause.finding.message)))
        yield from _place(cause.cause)
    if len(alike) > _MAX_OF_A_RULE:
        more = len(alike) - _MAX_OF_A_RULE
        yield Line(4, Text(f"and {more} more of this rule; --format json lists all of them.", style="dim"))
    if finding.rule == _UNMAPPED:
        yield from (Line(4, Text(printable(path), style="dim")) for path in unmapped[:_MAX_PATHS])
        if len(unmapped) > _MAX_PATHS:
            yield Line(4, Text(f"and {len(unmapped) - _MAX_PATHS} more", style="dim"))


def _place(placed: PlacedFinding, indent: int = 4) -> Iterator[Line]:
    place = "" if placed.finding.rule == _UNMAPPED else place_of(placed)
    if place:
        yield Line(indent, Text(place, style="dim"))


def _consequences(cause: Cause) -> Iterator[Line]:
    count = len(cause.consequences)
    if count:
        yield Line(4, Text("Consequence:" if count == 1 else "Consequences:", style="italic"))
    for _, group in groupby(cause.consequences, key=lambda placed: placed.finding.rule):
        alike = list(group)
        finding = alike[0].finding
        sign = (f"{_SIGNS[finding.severity]} {finding.rule}", _STYLES[finding.severity])
        more = f" (and {len(alike) - 1} more of this rule)" if len(alike) > 1 else ""
        yield Line(6, Text.assemble(sign, f"  {printable(finding.message)}", (more, "dim")), hang=2)
