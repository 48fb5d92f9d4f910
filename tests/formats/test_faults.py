"""Sentences about an element, from the templates in data/syntax."""

import pytest
from lxml import etree

from invoicy.formats.faults import SyntaxFault

ELEMENT = etree.fromstring('<a id="7"><b> two  words </b><b/><n>1234.5</n></a>')


def sentence(template: str, test: str = "true()") -> str:
    return SyntaxFault(template, test, {}).of(ELEMENT)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{name} is wrong", "a is wrong"),
        ("{@id} is wrong", "'7' is wrong"),
        ("{b} is wrong", "'two words' is wrong"),
        ("{=n} is wrong", "1,234.50 is wrong"),
        ("{=0.1 + 0.2} is wrong", "0.30 is wrong"),
        ("{c} is wrong|{name} has no c", "a has no c"),
        ("{?c}it has c|{?n}it has n", "it has n"),
    ],
)
def test_placeholders_are_filled_from_the_element(template: str, text: str) -> None:
    assert sentence(template) == text


@pytest.mark.parametrize(
    ("test", "text"),
    [
        ("count(b) = 1", "b occurs 2 times, 2"),
        ("count(n) = 2", "b occurs once, 1"),
        ("count(c) = 1", "b is missing, no"),
        ("not(b)", "b occurs 2 times, 2"),
    ],
)
def test_the_nodes_of_the_test_are_counted(test: str, text: str) -> None:
    assert sentence("b {occurs}, {count}", test) == text


def test_a_long_text_is_shortened() -> None:
    element = etree.fromstring(f"<a>{'x' * 100}</a>")
    assert SyntaxFault("{text}", "", {}).of(element) == f"'{'x' * 59}…'"


def test_the_element_to_look_at_is_the_one_that_the_test_rules_out() -> None:
    fault = SyntaxFault("", "not(@id)", {})
    assert fault.nodes(ELEMENT) == [ELEMENT]
    assert SyntaxFault("", "b = 'x'", {}).nodes(ELEMENT) == []
