"""Checked files for the tests of the reports."""

from pathlib import Path

from invoicy.cli.check_reports.checked import CheckedFile, PlacedFinding, checked_file
from invoicy.documents.document import Document
from invoicy.extraction import read_document
from invoicy.readings.reading import Finding, Severity
from invoicy.rules import CheckContext
from tests.requirements import SAMPLES


def sample(name: str, profile: str = "auto") -> CheckedFile:
    return checked((SAMPLES / name).read_bytes(), name, profile)


def checked(content: bytes, name: str = "a.xml", profile: str = "auto") -> CheckedFile:
    document = Document.of(content, Path(name).name)
    return checked_file(name, document, read_document(document, profile), profile, CheckContext())


def placed(rule: str, *terms: str, path: str = "", severity: Severity = Severity.FATAL, **place: int) -> PlacedFinding:
    values = (path,) if path else ()
    finding = Finding(rule, severity, f"The fault of {rule}.", path, terms, values)
    return PlacedFinding(finding, 0, line=place.get("line", 0), page=place.get("page", 0))
