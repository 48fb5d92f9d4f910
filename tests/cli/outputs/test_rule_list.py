"""The list of rules."""

import pytest

from invoicy.cli.outputs.rule_list import about, print_lines
from invoicy.rules import catalogue


def test_a_rule_is_a_line_of_four_columns(capsys: pytest.CaptureFixture[str]) -> None:
    entry = catalogue.find("BR-CO-10")
    assert entry is not None
    print_lines([entry])
    assert capsys.readouterr().out == f"BR-CO-10\tfatal\tBT-106 BT-131\t{entry.sentence}\n"


def test_rules_are_counted_by_their_subject() -> None:
    entries = [catalogue.find(rule) for rule in ("BR-CO-10", "UBL-SR-12", "INVOICY-NO-INVOICE")]
    assert about([entry for entry in entries if entry]) == (
        "3 rules: 1 about the content of an invoice, 1 about its XML, 1 about reading a document."
    )
    assert about([]) == "0 rules: none."
