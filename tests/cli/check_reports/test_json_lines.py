"""The report as JSON: the finding as in a reading, and its place."""

import json
from typing import Any

from invoicy.cli.check_reports.checked import CheckedFile
from invoicy.cli.check_reports.json_lines import render
from tests.cli.check_reports.checks import checked, sample
from tests.xml_documents import ubl, valid_ubl


def report(file: CheckedFile) -> dict[str, Any]:
    (line,) = render([file])
    plain = json.loads(line)
    assert isinstance(plain, dict)
    return plain


def test_a_finding_in_xml_has_its_xpath_and_line() -> None:
    (finding,) = report(sample("bad-total.xml"))["findings"]
    assert finding["path"] == "/totals/with_vat"
    assert finding["xpath"] == "/Invoice/cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"
    assert finding["line"] == 119
    assert "page" not in finding


def test_a_finding_on_a_page_has_its_page_and_box() -> None:
    (finding,) = [each for each in report(sample("printed-french.pdf"))["findings"] if each["path"] == "/issue_date"]
    assert finding["page"] == 1
    assert len(finding["box"]) == 4


def test_profile_and_number_of_rules_are_named() -> None:
    plain = report(checked(valid_ubl(), profile="xrechnung"))
    assert plain["profile"] == "xrechnung"
    assert plain["rules"]["invoice"] > 250
    assert plain["rules"]["xml"] > 700
    assert plain["invoices"][0]["number"] == "R-1"
    assert report(sample("printed-us.pdf"))["profile"] == "printed"


def test_characters_that_steer_a_terminal_are_escaped() -> None:
    (line,) = render([checked(ubl("<cbc:DueDate>a\u202eb\u009bc</cbc:DueDate>"))])
    assert not {"\u202e", "\u009b"} & set(line)
    assert any("\u202e" in value for finding in json.loads(line)["findings"] for value in finding["values"])
