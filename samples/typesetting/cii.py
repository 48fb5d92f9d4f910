"""UN/CEFACT Cross Industry Invoice D16B, plain and as Factur-X carries it."""

import datetime as dt

from lxml import etree

from typesetting.facts import Adjustment, Invoice, Line, Party
from typesetting.sums import Totals, adjustment_amount, net_amount
from typesetting.tree import branch, leaf, root, serialize

UNECE = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "rsm": f"{UNECE}CrossIndustryInvoice:100",
    "ram": f"{UNECE}ReusableAggregateBusinessInformationEntity:100",
    "qdt": f"{UNECE}QualifiedDataType:100",
    "udt": f"{UNECE}UnqualifiedDataType:100",
}


def write_cii(invoice: Invoice, totals: Totals) -> bytes:
    """Write an invoice."""
    document = root("rsm:CrossIndustryInvoice", NAMESPACES)
    _write_context(document, invoice)
    transaction = branch(document, "rsm:SupplyChainTradeTransaction")
    for line in invoice.lines:
        _write_line(transaction, line)
    _write_agreement(transaction, invoice)
    delivery = branch(transaction, "ram:ApplicableHeaderTradeDelivery")
    write_date(delivery, "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime", invoice.delivery_date)
    _write_settlement(transaction, invoice, totals)
    return serialize(document)


def write_date(parent: etree._Element, path: str, date: dt.date | None) -> None:
    """Write a date as a CII date-time string."""
    if date:
        leaf(parent, f"{path}/udt:DateTimeString", f"{date:%Y%m%d}", format="102")


def _write_context(document: etree._Element, invoice: Invoice) -> None:
    context = branch(document, "rsm:ExchangedDocumentContext")
    leaf(context, "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID", invoice.process)
    leaf(context, "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", invoice.specification)
    header = branch(document, "rsm:ExchangedDocument")
    leaf(header, "ram:ID", invoice.number)
    leaf(header, "ram:TypeCode", invoice.type_code)
    write_date(header, "ram:IssueDateTime", invoice.issue_date)
    leaf(header, "ram:IncludedNote/ram:Content", invoice.note)


def _write_line(transaction: etree._Element, line: Line) -> None:
    element = branch(transaction, "ram:IncludedSupplyChainTradeLineItem")
    position = branch(element, "ram:AssociatedDocumentLineDocument")
    leaf(position, "ram:LineID", line.identifier)
    leaf(position, "ram:ParentLineID", line.parent)
    leaf(position, "ram:LineStatusReasonCode", line.role)
    product = branch(element, "ram:SpecifiedTradeProduct")
    leaf(product, "ram:SellerAssignedID", line.item)
    leaf(product, "ram:Name", line.name)
    leaf(product, "ram:Description", line.description)
    price = branch(element, "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice")
    leaf(price, "ram:ChargeAmount", line.net_price)
    if line.base_quantity != 1:
        leaf(price, "ram:BasisQuantity", line.base_quantity, unitCode=line.unit_code)
    quantity = "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"
    leaf(element, quantity, line.quantity, unitCode=line.unit_code)
    settlement = branch(element, "ram:SpecifiedLineTradeSettlement")
    vat = branch(settlement, "ram:ApplicableTradeTax")
    leaf(vat, "ram:TypeCode", "VAT")
    leaf(vat, "ram:CategoryCode", line.vat_category)
    leaf(vat, "ram:RateApplicablePercent", line.vat_rate)
    for adjustment in line.adjustments:
        _write_adjustment(settlement, adjustment, with_vat=False)
    summation = "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"
    leaf(settlement, summation, net_amount(line))


def _write_agreement(transaction: etree._Element, invoice: Invoice) -> None:
    agreement = branch(transaction, "ram:ApplicableHeaderTradeAgreement")
    leaf(agreement, "ram:BuyerReference", invoice.buyer_reference)
    _write_party(branch(agreement, "ram:SellerTradeParty"), invoice.seller, "")
    _write_party(branch(agreement, "ram:BuyerTradeParty"), invoice.buyer, invoice.buyer_number)
    leaf(agreement, "ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", invoice.order)
    leaf(agreement, "ram:ContractReferencedDocument/ram:IssuerAssignedID", invoice.contract)


def _write_party(element: etree._Element, party: Party, number: str) -> None:
    leaf(element, "ram:ID", number)
    leaf(element, "ram:Name", party.name)
    leaf(element, "ram:Description", party.legal_note)
    if party.legal_identifier or party.trading_name:
        organization = branch(element, "ram:SpecifiedLegalOrganization")
        leaf(organization, "ram:ID", party.legal_identifier, schemeID=party.legal_scheme)
        leaf(organization, "ram:TradingBusinessName", party.trading_name)
    if party.contact or party.telephone or party.email:
        contact = branch(element, "ram:DefinedTradeContact")
        leaf(contact, "ram:PersonName", party.contact)
        leaf(contact, "ram:TelephoneUniversalCommunication/ram:CompleteNumber", party.telephone)
        leaf(contact, "ram:EmailURIUniversalCommunication/ram:URIID", party.email)
    address = branch(element, "ram:PostalTradeAddress")
    leaf(address, "ram:PostcodeCode", party.post_code)
    leaf(address, "ram:LineOne", party.street)
    leaf(address, "ram:LineTwo", party.additional)
    leaf(address, "ram:CityName", party.city)
    leaf(address, "ram:CountryID", party.country)
    leaf(address, "ram:CountrySubDivisionName", party.subdivision)
    uri = "ram:URIUniversalCommunication/ram:URIID"
    leaf(element, uri, party.electronic_address, schemeID=party.electronic_scheme)
    leaf(element, "ram:SpecifiedTaxRegistration/ram:ID", party.vat_identifier, schemeID="VA")
    leaf(element, "ram:SpecifiedTaxRegistration/ram:ID", party.tax_number, schemeID="FC")


def _write_settlement(transaction: etree._Element, invoice: Invoice, totals: Totals) -> None:
    element = branch(transaction, "ram:ApplicableHeaderTradeSettlement")
    leaf(element, "ram:CreditorReferenceID", invoice.payment.creditor)
    leaf(element, "ram:PaymentReference", invoice.payment.reference)
    leaf(element, "ram:InvoiceCurrencyCode", invoice.currency)
    _write_payment_means(element, invoice)
    _write_vat(element, totals)
    if invoice.period_start or invoice.period_end:
        period = branch(element, "ram:BillingSpecifiedPeriod")
        write_date(period, "ram:StartDateTime", invoice.period_start)
        write_date(period, "ram:EndDateTime", invoice.period_end)
    for adjustment in invoice.adjustments:
        _write_adjustment(element, adjustment, with_vat=True)
    terms = branch(element, "ram:SpecifiedTradePaymentTerms")
    leaf(terms, "ram:Description", invoice.payment.terms)
    write_date(terms, "ram:DueDateDateTime", invoice.due_date)
    leaf(terms, "ram:DirectDebitMandateID", invoice.payment.mandate)
    _write_totals(element, totals, invoice.currency)


def _write_payment_means(settlement: etree._Element, invoice: Invoice) -> None:
    payment = invoice.payment
    means = branch(settlement, "ram:SpecifiedTradeSettlementPaymentMeans")
    leaf(means, "ram:TypeCode", payment.means_code)
    leaf(means, "ram:Information", payment.means)
    leaf(means, "ram:PayerPartyDebtorFinancialAccount/ram:IBANID", payment.debited_account)
    if payment.account:
        account = branch(means, "ram:PayeePartyCreditorFinancialAccount")
        leaf(account, "ram:IBANID", payment.account)
        leaf(account, "ram:AccountName", payment.account_name)
        leaf(means, "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", payment.bic)


def _write_vat(settlement: etree._Element, totals: Totals) -> None:
    for group in totals.groups:
        vat = branch(settlement, "ram:ApplicableTradeTax")
        leaf(vat, "ram:CalculatedAmount", group.tax)
        leaf(vat, "ram:TypeCode", "VAT")
        leaf(vat, "ram:ExemptionReason", group.reason)
        leaf(vat, "ram:BasisAmount", group.taxable)
        leaf(vat, "ram:CategoryCode", group.category)
        leaf(vat, "ram:ExemptionReasonCode", group.reason_code)
        leaf(vat, "ram:RateApplicablePercent", group.rate)


def _write_adjustment(settlement: etree._Element, adjustment: Adjustment, *, with_vat: bool) -> None:
    element = branch(settlement, "ram:SpecifiedTradeAllowanceCharge")
    leaf(element, "ram:ChargeIndicator/udt:Indicator", "true" if adjustment.charge else "false")
    leaf(element, "ram:CalculationPercent", adjustment.percent)
    leaf(element, "ram:BasisAmount", adjustment.base)
    leaf(element, "ram:ActualAmount", adjustment_amount(adjustment))
    leaf(element, "ram:ReasonCode", adjustment.reason_code)
    leaf(element, "ram:Reason", adjustment.reason)
    if with_vat:
        vat = branch(element, "ram:CategoryTradeTax")
        leaf(vat, "ram:TypeCode", "VAT")
        leaf(vat, "ram:CategoryCode", adjustment.vat_category)
        leaf(vat, "ram:RateApplicablePercent", adjustment.vat_rate)


def _write_totals(settlement: etree._Element, totals: Totals, currency: str) -> None:
    element = branch(settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    leaf(element, "ram:LineTotalAmount", totals.lines)
    leaf(element, "ram:ChargeTotalAmount", totals.charges)
    leaf(element, "ram:AllowanceTotalAmount", totals.allowances)
    leaf(element, "ram:TaxBasisTotalAmount", totals.without_vat)
    leaf(element, "ram:TaxTotalAmount", totals.vat, currencyID=currency)
    leaf(element, "ram:GrandTotalAmount", totals.with_vat)
    leaf(element, "ram:TotalPrepaidAmount", totals.paid)
    leaf(element, "ram:DuePayableAmount", totals.due)
