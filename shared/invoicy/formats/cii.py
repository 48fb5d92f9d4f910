"""UN/CEFACT Cross Industry Invoice D16B to D22B: Factur-X, ZUGFeRD 2, XRechnung (EN 16931-3-3)."""

from functools import cache

from lxml.etree import _Element

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.cii_facts import facts
from invoicy.formats.reader import Slots
from invoicy.formats.syntax import Syntax
from invoicy.formats.syntax_rules import SyntaxRules
from invoicy.formats.values import vat_point_date_code

_STANDARD = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "rsm": f"{_STANDARD}CrossIndustryInvoice:100",
    "ram": f"{_STANDARD}ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_STANDARD}UnqualifiedDataType:100",
    "qdt": f"{_STANDARD}QualifiedDataType:100",
}
ROOTS = frozenset({f"{{{NAMESPACES['rsm']}}}CrossIndustryInvoice"})
_SETTLEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement"


@cache
def _binding() -> Node:
    return compile_binding(Vocabulary("cii", NAMESPACES, converters={"time-code": vat_point_date_code}))


def _currencies(root: _Element) -> tuple[str, str]:
    names = (f"{_SETTLEMENT}/ram:InvoiceCurrencyCode", f"{_SETTLEMENT}/ram:TaxCurrencyCode")
    currency, accounting = (root.findtext(name, "", NAMESPACES).strip() for name in names)
    return currency, accounting


def base_quantity_of_gross_price(slots: Slots) -> None:
    """Take BT-149 from the gross price if the net price has none; drop it there if both agree."""
    for line in slots.get("lines", ()):
        gross = line.get("gross_price_base_quantity")
        if gross is None or line.setdefault("price_base_quantity", gross) != gross:
            continue
        unit = line.get("gross_price_base_quantity_unit_code")
        if unit is None or line.setdefault("price_base_quantity_unit_code", unit) == unit:
            line.pop("gross_price_base_quantity_unit_code", None)
            del line["gross_price_base_quantity"]


@cache
def _syntax_rules(profile: str) -> SyntaxRules:
    """Load the rules CII-SR and CII-DT."""
    return SyntaxRules("cii", NAMESPACES, profile)


CII = Syntax("cii", ROOTS, _binding, _currencies, base_quantity_of_gross_price, _syntax_rules, facts)
