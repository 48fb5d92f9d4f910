"""Values that the search puts in place of others."""

from invoicy.rules.examples.values import added_values, other_values


def test_an_amount_becomes_larger_negative_finer_and_zero() -> None:
    assert list(other_values("10.00", "amount"))[:4] == ["20.00", "-10.00", "10.125", "0"]


def test_a_date_moves_to_another_day() -> None:
    days = list(other_values("2026-03-02", "date"))
    assert days
    assert "2026-03-02" not in days


def test_a_list_is_doubled() -> None:
    assert list(other_values([1], "group")) == [[1, 1]]


def test_an_absent_identifier_gets_one_of_its_kind_first() -> None:
    assert next(iter(added_values("id"))) == "DE136695976"
