"""The report as JUnit XML: a suite for each file, with a test case for each invoice and each finding."""

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element

from invoicy.cli.check_reports.checked import CheckedFile, PlacedFinding
from invoicy.cli.check_reports.wording import name_of, place_of, rules_of
from invoicy.readings.reading import Severity
from invoicy.wording.printable import printable


def render(files: Sequence[CheckedFile]) -> Iterator[str]:
    """Yield an XML document. A fatal finding is a failure, a file that could not be read is an error."""
    root = etree.Element("testsuites", name="invoicy check")
    for file in files:
        root.append(_suite(file))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    etree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield etree.tostring(root, encoding="unicode")


def _suite(file: CheckedFile) -> _Element:
    cases = list(_cases(file))
    suite = etree.Element("testsuite", name=name_of(file.file))
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": 0,
    }
    for name, count in counts.items():
        suite.set(name, str(count))
    suite.set("time", "0")
    suite.extend(cases)
    return suite


def _cases(file: CheckedFile) -> Iterator[_Element]:
    name = name_of(file.file)
    if file.error:
        case = _case(name, "the file can be read")
        _add(case, "error", file.error, file.error).set("type", "unreadable")
        yield case
    for position, invoice in enumerate(file.invoices):
        number = f"invoice {position + 1}: " if len(file.invoices) > 1 else ""
        yield _case(name, number + rules_of(invoice.rules))
    for placed in file.all_findings():
        yield _finding(name, placed)


def _finding(file: str, placed: PlacedFinding) -> _Element:
    finding = placed.finding
    place = place_of(placed)
    case = _case(file, " ".join(part for part in (finding.rule, placed.xpath or finding.path) if part))
    if placed.line and not placed.file:
        case.set("line", str(placed.line))
    text = f"{finding.message}\n{place}".rstrip()
    if finding.severity is Severity.FATAL:
        _add(case, "failure", finding.message, text).set("type", finding.rule)
    else:
        etree.SubElement(case, "system-out").text = _lines(f"{finding.severity.value}: {text}")
    return case


def _case(file: str, name: str) -> _Element:
    return etree.Element("testcase", classname=file, name=printable(name), time="0")


def _add(case: _Element, tag: str, message: str, text: str) -> _Element:
    element = etree.SubElement(case, tag, message=printable(message))
    element.text = _lines(text)
    return element


def _lines(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))
