"""The tables in data/syntax."""

import pytest

from invoicy.formats.tables import has_table, qualified, rows_of


def test_a_table_is_found_by_its_name() -> None:
    assert has_table("ubl-peppol")
    assert not has_table("ubl-nowhere")


@pytest.mark.parametrize("name", ["ubl", "cii"])
def test_a_row_has_a_rule_a_context_and_a_fault(name: str) -> None:
    rows = rows_of(name)
    assert {len(row) for row in rows} == {7}
    assert all(rule and context and test and fault for rule, _, context, _, test, _, fault in rows)


def test_a_prefix_becomes_its_namespace() -> None:
    assert qualified("cbc:ID", {"cbc": "urn:cbc"}) == "{urn:cbc}ID"
    assert qualified("ID", {}) == "ID"
