"""UBL 2.1 Invoice and CreditNote (EN 16931-3-2)."""

from functools import cache

from lxml.etree import _Element

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.syntax import Syntax
from invoicy.formats.syntax_rules import SyntaxRules
from invoicy.formats.ubl_facts import facts

_SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMESPACES = {"cac": f"{_SCHEMA}CommonAggregateComponents-2", "cbc": f"{_SCHEMA}CommonBasicComponents-2"}
FURTHER = {
    "ext": f"{_SCHEMA}CommonExtensionComponents-2",
    "cn": f"{_SCHEMA}CreditNote-2",
    "ubl": f"{_SCHEMA}Invoice-2",
}
ROOTS = frozenset({f"{{{_SCHEMA}Invoice-2}}Invoice", f"{{{_SCHEMA}CreditNote-2}}CreditNote"})


@cache
def _binding() -> Node:
    return compile_binding(Vocabulary("ubl", NAMESPACES))


def _currencies(root: _Element) -> tuple[str, str]:
    names = ("cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode")
    currency, accounting = (root.findtext(name, "", NAMESPACES).strip() for name in names)
    return currency, accounting


@cache
def _syntax_rules(profile: str) -> SyntaxRules:
    """Load the rules UBL-SR, UBL-DT and UBL-CR."""
    return SyntaxRules("ubl", NAMESPACES | FURTHER, profile)


UBL = Syntax("ubl", ROOTS, _binding, _currencies, syntax_rules=_syntax_rules, facts=facts)
