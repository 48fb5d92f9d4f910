"""invoicy rules ID: the rule's sentence, its terms, its profiles, and an invalid invoice beside a valid one."""

import json

import pytest
from click.testing import CliRunner

from invoicy.cli.commands.rules import rules
from invoicy.model.profiles import Profile
from invoicy.rules import catalogue


def lines_of(*arguments: str) -> list[str]:
    result = CliRunner().invoke(rules, list(arguments))
    assert result.exit_code == 0
    return [" ".join(line.split()) for line in result.output.splitlines()]


def test_a_rule_about_a_sum_shows_a_wrong_sum() -> None:
    lines = lines_of("br-co-15")
    assert lines[0] == "BR-CO-15 (fatal)"
    assert "Total with VAT (BT-112) 242.05 EUR 232.05 EUR" in lines
    assert "The total with VAT (BT-112) is 242.05 EUR, but 195.00 + 37.05 = 232.05." in " ".join(lines)


def test_the_rule_sets_and_the_terms_of_a_rule_are_named_in_words() -> None:
    text = " ".join(lines_of("BR-DE-15"))
    assert "Profiles: XRechnung" in text
    assert "About: Buyer reference (BT-10)" in text
    assert {profile.full_name for profile in Profile} & {profile.value for profile in Profile} == set()


def test_no_line_is_wider_than_80_columns() -> None:
    for rule in ("BR-16", "BR-DE-21", "GR-R-001-1", "BR-S-02", "BR-IC-11", "INVOICY-TEXT-NOT-READ"):
        result = CliRunner().invoke(rules, [rule])
        assert max(map(len, result.output.splitlines())) <= 80


def test_a_rule_without_an_example_states_the_reason() -> None:
    assert "No example: the rule is about the XML, not about the invoice in it." in lines_of("UBL-SR-12")
    assert "No example: a program cannot check this rule." in lines_of("BR-CO-05")


def test_a_check_while_reading_has_advice_and_no_example() -> None:
    lines = lines_of("INVOICY-FIELD-UNCERTAIN")
    assert lines[0] == "INVOICY-FIELD-UNCERTAIN (fatal or warning)"
    assert "compare it with the page" in " ".join(lines)
    assert lines[-1] == "Applies to: every document"


@pytest.mark.parametrize("term", ["BT-1", "bt-1"])
def test_a_business_term_lists_the_rules_about_it(term: str) -> None:
    ids = [line.split()[0] for line in CliRunner().invoke(rules, [term]).stdout.splitlines()]
    assert "BR-02" in ids
    assert ids == [entry.id for entry in catalogue.entries() if "BT-1" in entry.terms]


def test_a_business_term_without_a_rule_is_an_error() -> None:
    result = CliRunner().invoke(rules, ["BT-9999"])
    assert result.exit_code == 2
    assert "is neither a rule nor a business term of a rule" in " ".join(result.output.split())


def test_the_json_of_a_rule_has_its_example() -> None:
    plain = json.loads("\n".join(lines_of("BR-02", "--json")))
    assert plain["sentence"] == "An invoice has a number (BT-1)."
    assert plain["example"]["finding"]["message"] == "The invoice number (BT-1) is missing."
    assert plain["example"]["values"][0]["right"] == "RE-2026-0117"


def test_an_unknown_rule_is_wrong_usage_and_similar_rules_are_named() -> None:
    result = CliRunner().invoke(rules, ["BR-CO-99"])
    assert result.exit_code == 2
    assert "BR-CO-" in result.output.replace("BR-CO-99", "")
