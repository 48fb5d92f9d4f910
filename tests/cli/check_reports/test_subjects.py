"""The subject of a finding."""

import pytest

from invoicy.cli.check_reports.subjects import field_of, group_and_position, group_of, has_value, is_sum, subject_of
from invoicy.readings.reading import Finding, Severity


def finding(*terms: str, path: str = "") -> Finding:
    return Finding("BR-1", Severity.FATAL, "It is wrong.", path, terms)


def test_the_subject_is_the_path_or_else_the_field_of_the_terms() -> None:
    assert subject_of(finding("BT-131", path="/lines/0/net_amount")) == "/lines/0/net_amount"
    assert subject_of(finding("BT-112")) == "/totals/with_vat"


def test_a_finding_that_compares_an_amount_with_amounts_is_a_sum() -> None:
    assert is_sum(finding("BT-112", "BT-109", "BT-110"))
    assert not is_sum(finding("BT-112"))
    assert not is_sum(finding("BT-2", "BT-9"))


def test_only_required_groups_count() -> None:
    assert (field_of("BT-109"), group_of("BT-109")) == ("totals.without_vat", "totals")
    assert group_of("BT-131") == "lines"
    assert group_of("BT-94") == ""


def test_the_position_of_a_list_is_the_second_step() -> None:
    assert group_and_position(finding(path="/lines/3/net_amount")) == ("lines", "3")
    assert group_and_position(finding()) == ("", "")


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [("/lines/0/net_amount", True), ("/lines/1", False), ("/lines/x", False), ("/seller", False)],
)
def test_empty_values_are_missing(pointer: str, expected: bool) -> None:
    assert has_value({"lines": [{"net_amount": "1"}], "seller": {}}, pointer) is expected
