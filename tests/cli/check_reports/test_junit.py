"""The report as JUnit XML."""

from lxml import etree
from lxml.etree import _Element

from invoicy.cli.check_reports.checked import CheckedFile
from invoicy.cli.check_reports.junit import render
from tests.cli.check_reports.checks import checked, sample
from tests.xml_documents import valid_ubl


def report(*files: CheckedFile) -> _Element:
    return etree.fromstring("\n".join(render(files)).encode())


def test_a_fatal_finding_is_a_failure_in_the_suite_of_its_file() -> None:
    root = report(sample("bad-total.xml"), checked(valid_ubl(), "good.xml"))
    bad, good = root
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "0")
    assert (bad.get("name"), bad.get("failures")) == ("bad-total.xml", "1")
    assert (good.get("tests"), good.get("failures")) == ("1", "0")
    failure = bad.find("testcase/failure")
    assert failure is not None
    assert failure.get("type") == "BR-CO-15"
    assert "XML line 119, /Invoice/cac:LegalMonetaryTotal" in (failure.text or "")


def test_the_checked_rules_are_a_test_case() -> None:
    (suite,) = report(checked(valid_ubl()))
    (case,) = suite
    assert str(case.get("name")).startswith("Checked against EN 16931: ")


def test_warnings_are_test_cases_that_pass() -> None:
    (suite,) = report(sample("hybrid-zugferd1.pdf"))
    assert suite.get("failures") == "0"
    assert "1 value has no business term" in str(suite.findtext("testcase/system-out"))


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    (suite,) = report(CheckedFile("gone\x1b.xml", error="There is no file at gone\x1b.xml."))
    assert suite.get("errors") == "1"
    assert suite.get("name") == r"gone\x1b.xml"
