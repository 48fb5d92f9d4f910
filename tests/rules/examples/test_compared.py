"""A wrong invoice beside the right one."""

import json

from invoicy.rules.examples.compared import compared
from invoicy.rules.examples.plain import ExamplePair, put, sound
from tests.rules.changed_invoice import RULES


def test_the_values_are_written_as_people_write_them_and_the_finding_is_the_wrong_ones() -> None:
    wrong, right = json.loads(sound()), json.loads(sound())
    put(wrong, "/totals/with_vat", "1232.06")
    example = compared(RULES["BR-CO-15"], ExamplePair(wrong, right, ["/totals/with_vat"]))
    (value,) = example.values
    assert (value.term, value.wrong, value.right) == ("BT-112", "1,232.06 EUR", "232.05 EUR")
    assert value.name == "Total with VAT"
    assert example.finding.rule == "BR-CO-15"


def test_an_absent_value_is_empty() -> None:
    wrong, right = json.loads(sound()), json.loads(sound())
    put(wrong, "/number", None)
    (value,) = compared(RULES["BR-02"], ExamplePair(wrong, right, ["/number"])).values
    assert (value.wrong, value.right) == ("", "RE-2026-0117")
