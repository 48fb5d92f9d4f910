"""The valid invoice as plain values: pointers, changes, and whether a rule is broken."""

import json

import msgspec
import pytest

from invoicy.model import Invoice
from invoicy.rules.examples.plain import all_paths, breaks, get, put, sound
from tests.rules.changed_invoice import RULES

RULE = RULES["BR-02"]


def test_the_valid_invoice_breaks_no_rule_of_en_16931() -> None:
    from invoicy.model.profiles import Profile
    from invoicy.rules import check

    assert check(msgspec.json.decode(sound(), type=Invoice), Profile.EN16931) == ()


def test_a_value_is_read_and_set_by_its_pointer() -> None:
    values = {"lines": [{"net_amount": "1.00"}]}
    assert get(values, "/lines/0/net_amount") == "1.00"
    put(values, "/lines/0/net_amount", "2.00")
    assert values == {"lines": [{"net_amount": "2.00"}]}


def test_none_deletes_a_value() -> None:
    values = {"lines": ["a", "b"], "number": "1"}
    put(values, "/number", None)
    put(values, "/lines/0", None)
    assert values == {"lines": ["b"]}


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        get({}, "/number")


def test_every_value_and_group_has_a_pointer() -> None:
    assert list(all_paths({"a": {"b": 1}, "c": [2]})) == ["/a", "/a/b", "/c", "/c/0"]


def test_values_that_are_not_an_invoice_neither_break_nor_keep_a_rule() -> None:
    assert breaks(RULE, {"number": {}}) is None
    assert breaks(RULE, json.loads(sound())) is False
    assert breaks(RULE, {}) is True
