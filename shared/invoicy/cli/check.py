"""invoicy check: what the rules say about invoices."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Struct, structs

from invoicy import read
from invoicy.cli.inputs import files_of
from invoicy.cli.options import profile_option
from invoicy.errors import DocumentNotFoundError, TemporaryFaultError
from invoicy.reading import Finding, InvoiceReading, Reading, Severity, Status, status_of, worst
from invoicy.rules import Around, check_around


class Checked(Struct, frozen=True):
    """One file. error: why it could not be read at all; reading: otherwise."""

    file: str
    reading: Reading | None = None
    error: str = ""

    @property
    def is_sound(self) -> bool:
        return self.reading is not None and self.reading.status is Status.ACCEPTED


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, on a line of its own.")
@profile_option
@click.option(
    "--own-name", multiple=True, envvar="INVOICY_OWN_NAME", help="Our name: another Buyer is told. Can be repeated."
)
@click.option(
    "--own-vat-id", multiple=True, envvar="INVOICY_OWN_VAT_ID", help="Our VAT identifier, likewise. Can be repeated."
)
def check(
    files: tuple[str, ...], as_json: bool, profile: str, own_name: tuple[str, ...], own_vat_id: tuple[str, ...]
) -> None:
    """Hold invoices to the rules of EN 16931 and of their profile.

    Exit code 0: no fatal finding; 1: some, or a file that is no invoice; 2: wrong usage.
    """
    paths = list(files_of(files))
    if not paths:
        raise click.UsageError("There is nothing to check: no file is at the paths given.")
    around = Around(datetime.now(tz=UTC).date(), own_name, own_vat_id)
    checked = [_checked(path, profile, around) for path in paths]
    if as_json:
        for one in checked:
            click.echo(json.dumps(_plain(one), ensure_ascii=False))
    else:
        from invoicy.cli.report import show  # rich, which JSON need not pay for

        show(checked, sys.stdout)
    if not all(one.is_sound for one in checked):
        sys.exit(1)


def _checked(path: Path, profile: str, around: Around) -> Checked:
    try:
        reading = read(path, profile=profile)
    except (DocumentNotFoundError, TemporaryFaultError) as error:
        return Checked(str(path), error=error.message)
    invoices = tuple(_with(one, check_around(one.invoice, around)) for one in reading.invoices)
    status = worst((reading.status, *(one.status for one in invoices)))
    return Checked(str(path), structs.replace(reading, invoices=invoices, status=status))


def _with(reading: InvoiceReading, findings: tuple[Finding, ...]) -> InvoiceReading:
    if not findings:
        return reading
    status = worst((reading.status, status_of(findings)))
    return structs.replace(reading, findings=(*reading.findings, *findings), status=status)


def _plain(one: Checked) -> dict[str, Any]:
    if one.reading is None:
        return {"file": one.file, "status": "unreadable", "error": one.error, "findings": []}
    findings = [_finding(finding, None) for finding in one.reading.findings]
    for position, invoice in enumerate(one.reading.invoices):
        findings += [_finding(finding, position) for finding in invoice.findings]
    return {
        "file": one.file,
        "status": one.reading.status.value,
        "fatal": count(one.reading, Severity.FATAL),
        "warnings": count(one.reading, Severity.WARNING),
        "findings": findings,
    }


def _finding(finding: Finding, invoice: int | None) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(finding)
    return plain if invoice is None else {"invoice": invoice, **plain}


def count(reading: Reading, severity: Severity) -> int:
    """How many findings of a weight there are, on the document and on its invoices."""
    return sum(finding.severity is severity for finding in all_findings(reading))


def all_findings(reading: Reading) -> Iterable[Finding]:
    """The document's findings, then those of its invoices."""
    yield from reading.findings
    for invoice in reading.invoices:
        yield from invoice.findings
