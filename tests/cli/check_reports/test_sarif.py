"""The report as SARIF 2.1.0."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from invoicy.cli.check_reports.checked import CheckedFile
from invoicy.cli.check_reports.sarif import render
from tests.cli.check_reports.checks import checked, sample
from tests.xml_documents import ubl, valid_ubl

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema.json").read_text(encoding="utf-8"))


def run(*files: CheckedFile) -> dict[str, Any]:
    log = json.loads("\n".join(render(files)))
    Draft202012Validator(SCHEMA).validate(log)
    (first,) = log["runs"]
    assert isinstance(first, dict)
    return first


def test_every_kind_of_document_gives_a_valid_log() -> None:
    names = ("bad-total.xml", "hybrid-zugferd1.pdf", "printed-french.pdf", "not-an-invoice.pdf")
    files = [*map(sample, names), checked(ubl()), CheckedFile("gone.xml", error="There is no file at gone.xml.")]
    results = run(*files)["results"]
    assert {result["level"] for result in results} >= {"error", "note"}


def test_a_result_has_the_line_the_xpath_and_the_rule() -> None:
    log = run(sample("bad-total.xml"))
    (result,) = log["results"]
    (location,) = result["locations"]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "BR-CO-15"
    assert rule["fullDescription"]["text"].startswith("The total with VAT (BT-112) is")
    assert location["physicalLocation"]["region"] == {"startLine": 119}
    assert location["logicalLocations"][0]["fullyQualifiedName"].endswith("/cbc:TaxInclusiveAmount")


def test_a_line_of_a_file_inside_a_document_is_not_a_line_of_the_document() -> None:
    (result,) = run(sample("hybrid-zugferd1.pdf"))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["properties"]["embeddedFile"] == "ZUGFeRD-invoice.xml"


def test_a_place_on_a_page_is_named() -> None:
    results = run(sample("printed-french.pdf"))["results"]
    (result,) = [each for each in results if each["properties"].get("pointer") == "/issue_date"]
    assert result["properties"]["page"] == 1
    assert len(result["properties"]["box"]) == 4


def test_file_names_are_encoded_and_relative() -> None:
    (first, second, third) = run(
        checked(valid_ubl(), "in box/Ärger:1.xml"),
        checked(valid_ubl(), str(Path.cwd() / "x" / "a.xml")),
        checked(valid_ubl(), "/elsewhere/a b.xml"),
    )["artifacts"]
    assert first["location"] == {"uri": "in%20box/%C3%84rger%3A1.xml", "uriBaseId": "%SRCROOT%"}
    assert second["location"]["uri"] == "x/a.xml"
    assert third["location"] == {"uri": "file:///elsewhere/a%20b.xml"}


def test_text_of_a_document_becomes_no_link() -> None:
    content = ubl("<cbc:DueDate>[pay](https://a.example)</cbc:DueDate>")
    messages = [result["message"]["text"] for result in run(checked(content))["results"]]
    assert any(r"[pay\](https://a.example)" in message for message in messages)
    assert not any("[pay](" in message for message in messages)


def test_a_name_in_no_encoding_keeps_its_bytes() -> None:
    (artifact,) = run(checked(valid_ubl(), "m\udcfcller.xml"))["artifacts"]
    assert artifact["location"]["uri"] == "m%FCller.xml"
