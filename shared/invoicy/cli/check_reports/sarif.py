"""The report as SARIF 2.1.0, for code scanning and build servers."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from invoicy.cli.check_reports.checked import CheckedFile, PlacedFinding
from invoicy.cli.check_reports.json_lines import json_text
from invoicy.cli.check_reports.wording import place_of
from invoicy.readings.reading import Severity
from invoicy.rules import catalogue
from invoicy.version import version

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.FATAL: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def render(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield a log with one run."""
    yield json_text(_log(files), indent=1)


def _log(files: Sequence[CheckedFile]) -> dict[str, Any]:
    rules: dict[str, int] = {}
    results = [_result(file, placed, rules) for file in files for placed in file.all_findings()]
    run = {
        "tool": {"driver": {"name": "Invoicy", "version": version(), "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(files)],
        "artifacts": [{"location": _location(file.file)} for file in files],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str) -> dict[str, Any]:
    entry = catalogue.find(rule)
    if entry is None:
        raise LookupError(f"The catalogue has no rule {rule}.")
    terms = f" About: {entry.named_terms}." if entry.terms else ""
    return {
        "id": rule,
        "shortDescription": {"text": entry.sentence},
        "fullDescription": {"text": entry.sentence},
        "help": {"text": f"{entry.sentence}{terms} Applies to: {entry.applies_to}."},
        "defaultConfiguration": {"level": _LEVELS[Severity(entry.severity)]},
    }


def _result(file: CheckedFile, placed: PlacedFinding, rules: dict[str, int]) -> dict[str, Any]:
    finding = placed.finding
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.setdefault(finding.rule, len(rules)),
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message)},
        "locations": [_place(file, placed)],
        "properties": _properties(placed),
    }


def _place(file: CheckedFile, placed: PlacedFinding) -> dict[str, Any]:
    """Return the location. A finding inside a PDF or an e-mail has no line there, only a logical location."""
    physical: dict[str, Any] = {"artifactLocation": _location(file.file)}
    if placed.line and not placed.file:
        column = {"startColumn": placed.column} if placed.column else {}
        physical["region"] = {"startLine": placed.line, **column}
    name = placed.xpath or placed.finding.path
    place: dict[str, Any] = {"physicalLocation": physical}
    if name:
        qualified = f"{placed.file}: {name}" if placed.file else name
        place["logicalLocations"] = [{"fullyQualifiedName": qualified, "kind": "element"}]
    if description := place_of(placed):
        place["message"] = {"text": _plain(description)}
    return place


def _properties(placed: PlacedFinding) -> dict[str, Any]:
    known = {
        "pointer": placed.finding.path,
        "terms": list(placed.finding.terms),
        "embeddedFile": placed.file,
        "embeddedLine": placed.line if placed.file else 0,
        "page": placed.page,
        "box": list(placed.box) if placed.box else [],
    }
    invoice = {} if placed.invoice is None else {"invoice": placed.invoice}
    return invoice | {name: value for name, value in known.items() if value}


def _invocation(files: Sequence[CheckedFile]) -> dict[str, Any]:
    unreadable = [
        {
            "level": "error",
            "message": {"text": _plain(file.error)},
            "locations": [{"physicalLocation": {"artifactLocation": _location(file.file)}}],
        }
        for file in files
        if file.error
    ]
    return {"executionSuccessful": not unreadable, "toolExecutionNotifications": unreadable}


def _plain(text: str) -> str:
    """Escape the text of a document, so that [text](target) in it does not become a link in SARIF."""
    return text.replace("](", "\\](")


def _location(file: str) -> dict[str, str]:
    """Return the location of a file, relative to the current folder for a file below it."""
    path = Path("stdin" if file == "-" else file)
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return {"uri": f"file://{_encoded(path)}"}
    below = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return {"uri": _encoded(below), "uriBaseId": "%SRCROOT%"}


def _encoded(path: Path) -> str:
    return quote(os.fsencode(path.as_posix()))
