"""ZUGFeRD 1.0 and its release candidate: the CII of 2013, whose elements have other names and namespaces."""

from functools import cache

from lxml.etree import _Element

from invoicy.formats.binding import Node, Vocabulary, compile_binding
from invoicy.formats.cii import base_quantity_of_gross_price
from invoicy.formats.syntax import Syntax
from invoicy.formats.values import vat_point_date_code

_STANDARD = "urn:un:unece:uncefact:data:standard:"
_NAMES = {
    "rsm:ExchangedDocumentContext": "rsm:SpecifiedExchangedDocumentContext",
    "rsm:ExchangedDocument": "rsm:HeaderExchangedDocument",
    "rsm:SupplyChainTradeTransaction": "rsm:SpecifiedSupplyChainTradeTransaction",
    "ram:ApplicableHeaderTradeAgreement": "ram:ApplicableSupplyChainTradeAgreement",
    "ram:ApplicableHeaderTradeDelivery": "ram:ApplicableSupplyChainTradeDelivery",
    "ram:ApplicableHeaderTradeSettlement": "ram:ApplicableSupplyChainTradeSettlement",
    "ram:SpecifiedLineTradeAgreement": "ram:SpecifiedSupplyChainTradeAgreement",
    "ram:SpecifiedLineTradeDelivery": "ram:SpecifiedSupplyChainTradeDelivery",
    "ram:SpecifiedLineTradeSettlement": "ram:SpecifiedSupplyChainTradeSettlement",
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation": "ram:SpecifiedTradeSettlementMonetarySummation",
    "ram:SpecifiedTradeSettlementLineMonetarySummation": "ram:SpecifiedTradeSettlementMonetarySummation",
    "ram:RateApplicablePercent": "ram:ApplicablePercent",
    "ram:IssuerAssignedID": "ram:ID",
    "ram:FormattedIssueDateTime": "ram:IssueDateTime",
}
_DATE_WRAPPERS = {"qdt:DateTimeString", "udt:DateString"}
_NAMESPACES = {
    "rsm": "urn:ferd:CrossIndustryDocument:invoice:1p0",
    "ram": f"{_STANDARD}ReusableAggregateBusinessInformationEntity:12",
    "udt": f"{_STANDARD}UnqualifiedDataType:15",
}
_CANDIDATE = "urn:un:unece:uncefact:data:standard:CBFBUY:5"


def _name(step: str) -> str:
    return "udt:DateTimeString" if step in _DATE_WRAPPERS else _NAMES.get(step, step)


def _candidate_name(step: str) -> str | None:
    """Return a step's name in the release candidate: no inner namespaces, no element around a date or indicator."""
    name = _name(step)
    return None if name.startswith("udt:") else name.removeprefix("ram:")


@cache
def _binding() -> Node:
    return compile_binding(Vocabulary("cii", _NAMESPACES, _name, {"time-code": vat_point_date_code}))


@cache
def _candidate_binding() -> Node:
    return compile_binding(Vocabulary("cii", {"rsm": _CANDIDATE}, _candidate_name, {"time-code": vat_point_date_code}))


def _currencies(root: _Element) -> tuple[str, str]:
    return next((e.text or "" for e in root.iter("{*}InvoiceCurrencyCode")), "").strip(), ""


ZUGFERD_1 = Syntax(
    "zugferd1",
    frozenset({f"{{{_NAMESPACES['rsm']}}}CrossIndustryDocument"}),
    _binding,
    _currencies,
    base_quantity_of_gross_price,
)
ZUGFERD_1_CANDIDATE = Syntax(
    "zugferd1", frozenset({f"{{{_CANDIDATE}}}Invoice"}), _candidate_binding, _currencies, base_quantity_of_gross_price
)
