"""Paths that EN 16931 does not use are warnings."""

from lxml import etree

from invoicy.formats import ubl
from invoicy.formats.broken import BrokenSyntaxRule
from invoicy.formats.unused import UnusedPaths
from tests.xml_documents import ubl as ubl_document

UNUSED = UnusedPaths("ubl", ubl.NAMESPACES | ubl.FURTHER)


def broken(body: str) -> dict[str, BrokenSyntaxRule]:
    root = etree.fromstring(ubl_document(body))
    rules: dict[str, BrokenSyntaxRule] = {}
    for element in root.iter(etree.Element):
        UNUSED.look_in(element, root, rules)
    return rules


def test_an_element_that_the_standard_does_not_use_is_named() -> None:
    (rule,) = broken("<cbc:UUID>1</cbc:UUID>").values()
    assert rule.finding.severity.value == "warning"
    assert "cbc:UUID" in rule.finding.message
    assert rule.element.text == "1"


def test_an_element_of_the_standard_is_not() -> None:
    assert broken("<cbc:BuyerReference>1</cbc:BuyerReference>") == {}


def test_a_rule_is_reported_once() -> None:
    assert len(broken("<cbc:UUID>1</cbc:UUID><cbc:UUID>2</cbc:UUID>")) == 1


def test_all_rules_are_known_by_their_ids() -> None:
    assert broken("<cbc:UUID>1</cbc:UUID>").keys() <= UNUSED.ids()
