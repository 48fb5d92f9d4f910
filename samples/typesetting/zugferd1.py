"""ZUGFeRD 1.0, comfort profile: the invoice XML of the German hybrids before Factur-X."""

from lxml import etree

from typesetting.cii import write_date
from typesetting.facts import Invoice, Line, Party
from typesetting.sums import Totals, net_amount
from typesetting.tree import branch, leaf, root, serialize

UNECE = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "rsm": "urn:ferd:CrossIndustryDocument:invoice:1p0",
    "ram": f"{UNECE}ReusableAggregateBusinessInformationEntity:12",
    "udt": f"{UNECE}UnqualifiedDataType:15",
}


def write_zugferd1(invoice: Invoice, totals: Totals) -> bytes:
    """Write an invoice."""
    document = root("rsm:CrossIndustryDocument", NAMESPACES)
    context = "rsm:SpecifiedExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"
    leaf(document, context, invoice.specification)
    header = branch(document, "rsm:HeaderExchangedDocument")
    leaf(header, "ram:ID", invoice.number)
    leaf(header, "ram:Name", "RECHNUNG")
    leaf(header, "ram:TypeCode", invoice.type_code)
    write_date(header, "ram:IssueDateTime", invoice.issue_date)
    leaf(header, "ram:IncludedNote/ram:Content", invoice.note)
    transaction = branch(document, "rsm:SpecifiedSupplyChainTradeTransaction")
    agreement = branch(transaction, "ram:ApplicableSupplyChainTradeAgreement")
    _write_party(branch(agreement, "ram:SellerTradeParty"), invoice.seller, "")
    _write_party(branch(agreement, "ram:BuyerTradeParty"), invoice.buyer, invoice.buyer_number)
    leaf(agreement, "ram:BuyerOrderReferencedDocument/ram:ID", invoice.order)
    delivery = branch(transaction, "ram:ApplicableSupplyChainTradeDelivery")
    write_date(delivery, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime", invoice.delivery_date)
    _write_settlement(transaction, invoice, totals)
    for line in invoice.lines:
        _write_line(transaction, line, invoice.currency)
    return serialize(document)


def _write_party(element: etree._Element, party: Party, number: str) -> None:
    leaf(element, "ram:ID", number)
    leaf(element, "ram:Name", party.name)
    address = branch(element, "ram:PostalTradeAddress")
    leaf(address, "ram:PostcodeCode", party.post_code)
    leaf(address, "ram:LineOne", party.street)
    leaf(address, "ram:CityName", party.city)
    leaf(address, "ram:CountryID", party.country)
    leaf(element, "ram:SpecifiedTaxRegistration/ram:ID", party.tax_number, schemeID="FC")
    leaf(element, "ram:SpecifiedTaxRegistration/ram:ID", party.vat_identifier, schemeID="VA")


def _write_settlement(transaction: etree._Element, invoice: Invoice, totals: Totals) -> None:
    currency = invoice.currency
    element = branch(transaction, "ram:ApplicableSupplyChainTradeSettlement")
    leaf(element, "ram:PaymentReference", invoice.payment.reference)
    leaf(element, "ram:InvoiceCurrencyCode", currency)
    means = branch(element, "ram:SpecifiedTradeSettlementPaymentMeans")
    leaf(means, "ram:TypeCode", "31")
    leaf(means, "ram:Information", invoice.payment.means)
    leaf(means, "ram:PayeePartyCreditorFinancialAccount/ram:IBANID", invoice.payment.account)
    institution = branch(means, "ram:PayeeSpecifiedCreditorFinancialInstitution")
    leaf(institution, "ram:BICID", invoice.payment.bic)
    leaf(institution, "ram:Name", invoice.payment.bank)
    for group in totals.groups:
        vat = branch(element, "ram:ApplicableTradeTax")
        leaf(vat, "ram:CalculatedAmount", group.tax, currencyID=currency)
        leaf(vat, "ram:TypeCode", "VAT")
        leaf(vat, "ram:BasisAmount", group.taxable, currencyID=currency)
        leaf(vat, "ram:CategoryCode", group.category)
        leaf(vat, "ram:ApplicablePercent", group.rate)
    terms = branch(element, "ram:SpecifiedTradePaymentTerms")
    leaf(terms, "ram:Description", invoice.payment.terms)
    write_date(terms, "ram:DueDateDateTime", invoice.due_date)
    sums = branch(element, "ram:SpecifiedTradeSettlementMonetarySummation")
    leaf(sums, "ram:LineTotalAmount", totals.lines, currencyID=currency)
    leaf(sums, "ram:ChargeTotalAmount", totals.charges, currencyID=currency)
    leaf(sums, "ram:AllowanceTotalAmount", totals.allowances, currencyID=currency)
    leaf(sums, "ram:TaxBasisTotalAmount", totals.without_vat, currencyID=currency)
    leaf(sums, "ram:TaxTotalAmount", totals.vat, currencyID=currency)
    leaf(sums, "ram:GrandTotalAmount", totals.with_vat, currencyID=currency)
    leaf(sums, "ram:DuePayableAmount", totals.due, currencyID=currency)


def _write_line(transaction: etree._Element, line: Line, currency: str) -> None:
    element = branch(transaction, "ram:IncludedSupplyChainTradeLineItem")
    leaf(element, "ram:AssociatedDocumentLineDocument/ram:LineID", line.identifier)
    price = branch(element, "ram:SpecifiedSupplyChainTradeAgreement/ram:NetPriceProductTradePrice")
    leaf(price, "ram:ChargeAmount", line.net_price, currencyID=currency)
    quantity = "ram:SpecifiedSupplyChainTradeDelivery/ram:BilledQuantity"
    leaf(element, quantity, line.quantity, unitCode=line.unit_code)
    settlement = branch(element, "ram:SpecifiedSupplyChainTradeSettlement")
    vat = branch(settlement, "ram:ApplicableTradeTax")
    leaf(vat, "ram:TypeCode", "VAT")
    leaf(vat, "ram:CategoryCode", line.vat_category)
    leaf(vat, "ram:ApplicablePercent", line.vat_rate)
    summation = "ram:SpecifiedTradeSettlementMonetarySummation/ram:LineTotalAmount"
    leaf(settlement, summation, net_amount(line), currencyID=currency)
    product = branch(element, "ram:SpecifiedTradeProduct")
    leaf(product, "ram:SellerAssignedID", line.item)
    leaf(product, "ram:Name", line.name)
    leaf(product, "ram:Description", line.description)
