"""Facts of a CII that the rules need and the model has no place for: categories of other taxes or without a tax."""

from collections.abc import Iterator
from decimal import Decimal

from lxml.etree import _Element

from invoicy.formats.syntax_facts import OtherTax, SyntaxFacts
from invoicy.formats.values import decimal

_RAM = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"
_RSM = "{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}"
_UDT = "{urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100}"
_LINE_AMOUNT = f"{_RAM}SpecifiedTradeSettlementLineMonetarySummation/{_RAM}LineTotalAmount"
_SETTLEMENT = f"{_RAM}ApplicableHeaderTradeSettlement/"
_TOTALS = f"{_RAM}SpecifiedTradeSettlementHeaderMonetarySummation/"
_KINDS = {"true": "charge", "1": "charge", "false": "allowance", "0": "allowance"}


def facts(root: _Element) -> SyntaxFacts:
    """Return the facts of one invoice."""
    transaction = root.find(f"{_RSM}SupplyChainTradeTransaction")
    if transaction is None:
        return SyntaxFacts(has_payment_means=False, has_totals=False)
    others: list[OtherTax] = []
    unnamed: set[str] = set()
    for path, kind, tax, amount in (*_lines(transaction), *_settlement(transaction)):
        scheme = (tax.findtext(f"{_RAM}TypeCode") or "").strip().upper()
        if not scheme and kind != "neither":
            unnamed.add(path)
        elif scheme != "VAT" or kind == "neither":
            code = (tax.findtext(f"{_RAM}CategoryCode") or "").strip()
            rate, taxable = (_number(tax, f"{_RAM}{name}") for name in ("RateApplicablePercent", "BasisAmount"))
            others.append(OtherTax(kind, code, rate, amount, taxable, _has_reason(tax)))
    return SyntaxFacts(
        tuple(others),
        frozenset(unnamed),
        has_payment_means=transaction.find(f"{_SETTLEMENT}{_RAM}SpecifiedTradeSettlementPaymentMeans") is not None,
        has_totals=transaction.find(f"{_SETTLEMENT}{_TOTALS}".rstrip("/")) is not None,
        vat_total_is_in_other_currency=_is_in_other_currency(transaction),
    )


def _is_in_other_currency(transaction: _Element) -> bool:
    currency = transaction.findtext(f"{_SETTLEMENT}{_RAM}InvoiceCurrencyCode")
    totals = transaction.iterfind(f"{_SETTLEMENT}{_TOTALS}{_RAM}TaxTotalAmount")
    return currency is None or all(total.get("currencyID") != currency for total in totals)


def _has_reason(tax: _Element) -> bool:
    return any(tax.find(f"{_RAM}{name}") is not None for name in ("ExemptionReason", "ExemptionReasonCode"))


Taxed = tuple[str, str, _Element, Decimal | None]


def _lines(transaction: _Element) -> Iterator[Taxed]:
    for position, line in enumerate(transaction.iterchildren(f"{_RAM}IncludedSupplyChainTradeLineItem")):
        settlement = line.find(f"{_RAM}SpecifiedLineTradeSettlement")
        tax = None if settlement is None else settlement.find(f"{_RAM}ApplicableTradeTax")
        if settlement is not None and tax is not None:
            yield f"/lines/{position}", "line", tax, _number(settlement, _LINE_AMOUNT)


def _settlement(transaction: _Element) -> Iterator[Taxed]:
    settlement = transaction.find(f"{_RAM}ApplicableHeaderTradeSettlement")
    if settlement is None:
        return
    # positions in the breakdown are those of the model, where another tax opens no group
    position = 0
    for tax in settlement.iterchildren(f"{_RAM}ApplicableTradeTax"):
        yield f"/vat_breakdown/{position}", "breakdown", tax, _number(tax, f"{_RAM}CalculatedAmount")
        position += (tax.findtext(f"{_RAM}TypeCode") or "VAT").strip().upper() in {"VAT", ""}
    yield from _allowances(settlement)


def _allowances(settlement: _Element) -> Iterator[Taxed]:
    positions = {"allowance": 0, "charge": 0, "neither": 0}
    for group in settlement.iterchildren(f"{_RAM}SpecifiedTradeAllowanceCharge"):
        indicator = (group.findtext(f"{_RAM}ChargeIndicator/{_UDT}Indicator") or "").strip()
        kind = _KINDS.get(indicator, "neither")
        tax = group.find(f"{_RAM}CategoryTradeTax")
        if tax is not None:
            yield f"/{kind}s/{positions[kind]}", kind, tax, _number(group, f"{_RAM}ActualAmount")
        positions[kind] += 1


def _number(element: _Element, path: str) -> Decimal | None:
    try:
        return decimal(element.findtext(path) or "")
    except ValueError:
        return None
