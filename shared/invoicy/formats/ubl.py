"""UBL 2.1 Invoice and CreditNote (EN 16931-3-2)."""

from functools import cache

from lxml.etree import _Element

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.demands import Demands
from invoicy.formats.syntax import Syntax
from invoicy.formats.ubl_facts import facts
from invoicy.formats.walk import Walk
from invoicy.reading import Finding, InvoiceReading

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


def read(root: _Element) -> InvoiceReading:
    currency = root.findtext("cbc:DocumentCurrencyCode", "", NAMESPACES).strip()
    accounting = root.findtext("cbc:TaxCurrencyCode", "", NAMESPACES).strip()
    return Walk(_binding(), currency, accounting).run(root)


@cache
def _demands(profile: str) -> Demands:
    return Demands("ubl", NAMESPACES | FURTHER, profile)


def rules(root: _Element, profile: str) -> tuple[Finding, ...]:
    """UBL-SR, UBL-DT and UBL-CR."""
    return _demands(profile).findings(root)


UBL = Syntax("ubl", ROOTS, read, rules, facts)
