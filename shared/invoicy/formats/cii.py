"""UN/CEFACT Cross Industry Invoice D16B to D22B: Factur-X, ZUGFeRD 2, XRechnung (EN 16931-3-3)."""

from functools import cache

from lxml.etree import _Element

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.cii_facts import facts
from invoicy.formats.demands import Demands
from invoicy.formats.syntax import Syntax
from invoicy.formats.values import vat_point_date_code
from invoicy.formats.walk import Slots, Walk
from invoicy.reading import Finding, InvoiceReading

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


def read(root: _Element) -> InvoiceReading:
    currency = root.findtext(f"{_SETTLEMENT}/ram:InvoiceCurrencyCode", "", NAMESPACES).strip()
    accounting = root.findtext(f"{_SETTLEMENT}/ram:TaxCurrencyCode", "", NAMESPACES).strip()
    return Walk(_binding(), currency, accounting).run(root, base_quantity_of_gross_price)


def base_quantity_of_gross_price(slots: Slots) -> None:
    """BT-149 may stand with the gross price alone; where it stands with both and agrees, once is enough."""
    for line in slots.get("lines", ()):
        gross = line.get("gross_price_base_quantity")
        if gross is None or line.setdefault("price_base_quantity", gross) != gross:
            continue
        unit = line.get("gross_price_base_quantity_unit_code")
        if unit is None or line.setdefault("price_base_quantity_unit_code", unit) == unit:
            line.pop("gross_price_base_quantity_unit_code", None)
            del line["gross_price_base_quantity"]


@cache
def _demands(profile: str) -> Demands:
    return Demands("cii", NAMESPACES, profile)


def rules(root: _Element, profile: str) -> tuple[Finding, ...]:
    """CII-SR and CII-DT."""
    return _demands(profile).findings(root)


CII = Syntax("cii", ROOTS, read, rules, facts)
