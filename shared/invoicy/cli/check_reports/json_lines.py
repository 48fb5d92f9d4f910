"""The report as JSON Lines: an object for each file."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from invoicy.cli.check_reports.checked import CheckedFile, CheckedInvoice, PlacedFinding
from invoicy.cli.outputs.attribution import json_path
from invoicy.readings.reading import Severity
from invoicy.rules.checking import RuleSet
from invoicy.wording.printable import printable_json

_PLACE = ("file", "xpath", "line", "column", "page", "box", "text")


def render(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield a line for each file."""
    for file in files:
        yield json_text(_file(file))


def json_text(value: object, indent: int | None = None) -> str:
    """Return JSON in which control characters are escaped, so that it is safe to print on a terminal."""
    return printable_json(json.dumps(value, ensure_ascii=False, indent=indent))


def _file(file: CheckedFile) -> dict[str, Any]:
    if file.error:
        return {"file": json_path(file.file), "status": "unreadable", "error": file.error, "findings": []}
    first = _rules(file.invoices[0].rules) if file.invoices else {}
    return {
        "file": json_path(file.file),
        "status": file.status.value,
        **first,
        "fatal": file.count(Severity.FATAL),
        "warnings": file.count(Severity.WARNING),
        "findings": [finding_object(placed) for placed in file.all_findings()],
        "invoices": [_invoice(invoice) for invoice in file.invoices],
    }


def _invoice(invoice: CheckedInvoice) -> dict[str, Any]:
    number = {"number": invoice.invoice.number} if invoice.invoice.number else {}
    return {**number, "status": invoice.status.value, **_rules(invoice.rules)}


def _rules(rules: RuleSet) -> dict[str, Any]:
    """Return the profile and the number of rules; the profile is "printed" for sums and plausibility only."""
    profile = rules.profile.value if rules.profile else "printed"
    return {"profile": profile, "rules": {"invoice": rules.about_invoice, "xml": rules.about_xml}}


def finding_object(placed: PlacedFinding) -> dict[str, Any]:
    """Return the finding as in a reading, and its place without unknown parts."""
    invoice = {} if placed.invoice is None else {"invoice": placed.invoice}
    place = {name: value for name in _PLACE if (value := getattr(placed, name))}
    return {**invoice, **msgspec.to_builtins(placed.finding), **place}
