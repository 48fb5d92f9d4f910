"""Tables of numbers: every number has a name of its own and a reason."""

import pytest

from invoicy import data

TABLES = [f"weights/{name}" for name in data.names("weights") if name.endswith(".tsv")]


@pytest.mark.parametrize("table", TABLES)
def test_every_number_has_a_name_of_its_own_and_a_reason(table: str) -> None:
    assert data.lines(table)[0] == "name\tvalue\treason"
    rows = data.rows(table)
    assert len({name for name, _, _ in rows}) == len(rows)
    assert all(len(reason.split()) > 2 for _, _, reason in rows)
