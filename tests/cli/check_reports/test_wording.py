"""Sentences and phrases of the reports."""

import pytest

from invoicy.cli.check_reports.checked import PlacedFinding
from invoicy.cli.check_reports.wording import name_of, no_findings, place_of
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding, Severity
from invoicy.rules.checking import RuleSet
from tests.cli.check_reports.checks import sample

FINDING = Finding("BR-02", Severity.FATAL, "The invoice number (BT-1) is missing.")


def test_a_place_in_xml_is_a_line_and_an_xpath_after_the_name_of_an_inner_file() -> None:
    assert place_of(PlacedFinding(FINDING, xpath="/Invoice/cbc:ID", line=7, column=3)) == (
        "XML line 7, column 3, /Invoice/cbc:ID"
    )
    assert place_of(PlacedFinding(FINDING, file="factur-x.xml", line=7)) == "factur-x.xml, XML line 7"


def test_a_place_on_a_page_is_a_corner_with_the_printed_text_cut_to_60_letters() -> None:
    placed = PlacedFinding(FINDING, page=2, box=(0.8, 0.05, 0.9, 0.07), text="x" * 70)
    assert place_of(placed) == f"page 2, top right, '{'x' * 59}…'"
    assert place_of(PlacedFinding(FINDING, page=2)) == "page 2"
    assert place_of(PlacedFinding(FINDING)) == ""


def test_control_characters_of_a_document_are_not_printed() -> None:
    assert "\x1b" not in place_of(PlacedFinding(FINDING, page=1, text="a\x1b[31m"))
    assert "\x1b" not in name_of("a\x1b.xml")


def test_standard_input_has_a_name() -> None:
    assert name_of("-") == "standard input"


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (RuleSet(Profile.XRECHNUNG, 302, 765), "No findings (profile xrechnung, 1,067 rules checked)."),
        (RuleSet(None, 11, 0), "No findings (printed invoice, 11 rules checked)."),
    ],
)
def test_no_findings_names_the_profile_and_the_number_of_rules(rules: RuleSet, sentence: str) -> None:
    assert no_findings(rules) == sentence


def test_the_sample_without_findings_has_the_sentence_of_its_profile() -> None:
    (invoice,) = sample("ubl-xrechnung.xml").invoices
    assert no_findings(invoice.rules).startswith("No findings (profile xrechnung, ")
