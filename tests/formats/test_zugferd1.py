"""ZUGFeRD 1.0 and its release candidate give the same model as CII."""

import re
from datetime import date

from invoicy.formats.registry import read_xml
from invoicy.readings.reading import InvoiceReading

_STANDARD = "urn:un:unece:uncefact:data:standard"
BODY = """
<rsm:SpecifiedExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
 <ram:ID>urn:ferd:CrossIndustryDocument:invoice:1p0:comfort</ram:ID>
</ram:GuidelineSpecifiedDocumentContextParameter></rsm:SpecifiedExchangedDocumentContext>
<rsm:HeaderExchangedDocument><ram:ID>R-1</ram:ID><ram:IssueDateTime>
 <udt:DateTimeString format="102">20140519</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction>
 <ram:ApplicableSupplyChainTradeAgreement>
  <ram:BuyerOrderReferencedDocument><ram:ID>PO-9</ram:ID></ram:BuyerOrderReferencedDocument>
 </ram:ApplicableSupplyChainTradeAgreement>
 <ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
  <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:ApplicablePercent>19.00</ram:ApplicablePercent>
  </ram:ApplicableTradeTax>
  <ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount currencyID="EUR">11.90</ram:GrandTotalAmount>
  </ram:SpecifiedTradeSettlementMonetarySummation>
 </ram:ApplicableSupplyChainTradeSettlement>
 <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeSettlement>
  <ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">10.00</ram:LineTotalAmount>
  </ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement>
 </ram:IncludedSupplyChainTradeLineItem>
</rsm:SpecifiedSupplyChainTradeTransaction>
"""
FINAL = (
    '<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" '
    f'xmlns:ram="{_STANDARD}:ReusableAggregateBusinessInformationEntity:12" '
    f'xmlns:udt="{_STANDARD}:UnqualifiedDataType:15">{BODY}</rsm:CrossIndustryDocument>'
)
CANDIDATE = (
    f'<rsm:Invoice xmlns:rsm="{_STANDARD}:CBFBUY:5">'
    + re.sub(
        r"<IssueDateTime>\s*<udt:DateTimeString format=\"102\">(\d+)</udt:DateTimeString>",
        r'<IssueDateTime format="102">\1',
        BODY.replace("ram:", ""),
    )
    + "</rsm:Invoice>"
)


def check(result: InvoiceReading) -> None:
    invoice = result.invoice
    assert (invoice.number, invoice.issue_date, invoice.currency_code) == ("R-1", date(2014, 5, 19), "EUR")
    assert invoice.purchase_order_reference == "PO-9"
    assert [str(v.rate) for v in invoice.vat_breakdown] == ["19.00"]
    assert invoice.totals is not None
    assert (str(invoice.totals.with_vat), str(invoice.lines[0].net_amount)) == ("11.90", "10.00")
    assert (result.unmapped, result.findings) == ((), ())


def test_the_final_version() -> None:
    extract = read_xml(FINAL.encode())
    assert extract.syntax == "zugferd1"
    check(extract.invoices[0])


def test_the_release_candidate() -> None:
    extract = read_xml(CANDIDATE.encode())
    assert extract.syntax == "zugferd1"
    check(extract.invoices[0])
