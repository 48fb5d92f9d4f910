"""UBL 2.1: Invoice and CreditNote."""

import base64

from lxml import etree

from typesetting.facts import Adjustment, Attachment, Invoice, Line, Party
from typesetting.sums import Totals, adjustment_amount, net_amount
from typesetting.tree import branch, leaf, root, serialize

OASIS = "urn:oasis:names:specification:ubl:schema:xsd:"
COMPONENTS = {"cac": f"{OASIS}CommonAggregateComponents-2", "cbc": f"{OASIS}CommonBasicComponents-2"}
CREDIT_NOTE = "381"


def write_ubl(invoice: Invoice, totals: Totals) -> bytes:
    """Write an invoice or, by its type code, a credit note."""
    kind = "CreditNote" if invoice.type_code == CREDIT_NOTE else "Invoice"
    document = root(kind, {"": f"{OASIS}{kind}-2", **COMPONENTS})
    _write_header(document, invoice, kind)
    _write_references(document, invoice)
    _write_party(branch(document, "cac:AccountingSupplierParty/cac:Party"), invoice.seller, invoice.payment.creditor)
    _write_party(branch(document, "cac:AccountingCustomerParty/cac:Party"), invoice.buyer, "")
    leaf(document, "cac:Delivery/cbc:ActualDeliveryDate", invoice.delivery_date)
    _write_payment(document, invoice, kind)
    for adjustment in invoice.adjustments:
        _write_adjustment(document, adjustment, invoice.currency, with_vat=True)
    _write_vat(document, totals, invoice.currency)
    _write_totals(document, totals, invoice.currency)
    for line in invoice.lines:
        _write_line(document, line, invoice.currency, kind)
    return serialize(document)


def _write_header(document: etree._Element, invoice: Invoice, kind: str) -> None:
    leaf(document, "cbc:CustomizationID", invoice.specification)
    leaf(document, "cbc:ProfileID", invoice.process)
    leaf(document, "cbc:ID", invoice.number)
    leaf(document, "cbc:IssueDate", invoice.issue_date)
    if kind == "Invoice":
        leaf(document, "cbc:DueDate", invoice.due_date)
    leaf(document, f"cbc:{kind}TypeCode", invoice.type_code)
    leaf(document, "cbc:Note", invoice.note)
    leaf(document, "cbc:DocumentCurrencyCode", invoice.currency)
    leaf(document, "cbc:BuyerReference", invoice.buyer_reference)


def _write_references(document: etree._Element, invoice: Invoice) -> None:
    if invoice.period_start or invoice.period_end:
        period = branch(document, "cac:InvoicePeriod")
        leaf(period, "cbc:StartDate", invoice.period_start)
        leaf(period, "cbc:EndDate", invoice.period_end)
    leaf(document, "cac:OrderReference/cbc:ID", invoice.order)
    if invoice.preceding:
        preceding = branch(document, "cac:BillingReference/cac:InvoiceDocumentReference")
        leaf(preceding, "cbc:ID", invoice.preceding)
        leaf(preceding, "cbc:IssueDate", invoice.preceding_date)
    leaf(document, "cac:ContractDocumentReference/cbc:ID", invoice.contract)
    for attachment in invoice.attachments:
        _write_attachment(document, attachment)


def _write_attachment(document: etree._Element, attachment: Attachment) -> None:
    reference = branch(document, "cac:AdditionalDocumentReference")
    leaf(reference, "cbc:ID", attachment.identifier)
    leaf(reference, "cbc:DocumentDescription", attachment.description)
    leaf(
        reference,
        "cac:Attachment/cbc:EmbeddedDocumentBinaryObject",
        base64.b64encode(attachment.text.encode()).decode(),
        mimeCode=attachment.media_type,
        filename=attachment.file_name,
    )


def _write_party(element: etree._Element, party: Party, creditor: str) -> None:
    leaf(element, "cbc:EndpointID", party.electronic_address, schemeID=party.electronic_scheme)
    leaf(element, "cac:PartyIdentification/cbc:ID", creditor, schemeID="SEPA")
    leaf(element, "cac:PartyName/cbc:Name", party.trading_name)
    address = branch(element, "cac:PostalAddress")
    leaf(address, "cbc:StreetName", party.street)
    leaf(address, "cbc:AdditionalStreetName", party.additional)
    leaf(address, "cbc:CityName", party.city)
    leaf(address, "cbc:PostalZone", party.post_code)
    leaf(address, "cbc:CountrySubentity", party.subdivision)
    leaf(address, "cac:Country/cbc:IdentificationCode", party.country)
    for number, scheme in ((party.vat_identifier, "VAT"), (party.tax_number, "FC")):
        if number:
            registration = branch(element, "cac:PartyTaxScheme")
            leaf(registration, "cbc:CompanyID", number)
            leaf(registration, "cac:TaxScheme/cbc:ID", scheme)
    legal = branch(element, "cac:PartyLegalEntity")
    leaf(legal, "cbc:RegistrationName", party.name)
    leaf(legal, "cbc:CompanyID", party.legal_identifier, schemeID=party.legal_scheme)
    leaf(legal, "cbc:CompanyLegalForm", party.legal_note)
    if party.contact or party.telephone or party.email:
        contact = branch(element, "cac:Contact")
        leaf(contact, "cbc:Name", party.contact)
        leaf(contact, "cbc:Telephone", party.telephone)
        leaf(contact, "cbc:ElectronicMail", party.email)


def _write_payment(document: etree._Element, invoice: Invoice, kind: str) -> None:
    payment = invoice.payment
    means = branch(document, "cac:PaymentMeans")
    leaf(means, "cbc:PaymentMeansCode", payment.means_code, name=payment.means)
    if kind == "CreditNote":
        leaf(means, "cbc:PaymentDueDate", invoice.due_date)
    leaf(means, "cbc:PaymentID", payment.reference)
    if payment.account:
        account = branch(means, "cac:PayeeFinancialAccount")
        leaf(account, "cbc:ID", payment.account)
        leaf(account, "cbc:Name", payment.account_name)
        leaf(account, "cac:FinancialInstitutionBranch/cbc:ID", payment.bic)
    if payment.mandate:
        mandate = branch(means, "cac:PaymentMandate")
        leaf(mandate, "cbc:ID", payment.mandate)
        leaf(mandate, "cac:PayerFinancialAccount/cbc:ID", payment.debited_account)
    leaf(document, "cac:PaymentTerms/cbc:Note", payment.terms)


def _write_adjustment(parent: etree._Element, adjustment: Adjustment, currency: str, *, with_vat: bool) -> None:
    element = branch(parent, "cac:AllowanceCharge")
    leaf(element, "cbc:ChargeIndicator", "true" if adjustment.charge else "false")
    leaf(element, "cbc:AllowanceChargeReasonCode", adjustment.reason_code)
    leaf(element, "cbc:AllowanceChargeReason", adjustment.reason)
    leaf(element, "cbc:MultiplierFactorNumeric", adjustment.percent)
    leaf(element, "cbc:Amount", adjustment_amount(adjustment), currencyID=currency)
    leaf(element, "cbc:BaseAmount", adjustment.base, currencyID=currency)
    if with_vat:
        category = branch(element, "cac:TaxCategory")
        leaf(category, "cbc:ID", adjustment.vat_category)
        leaf(category, "cbc:Percent", adjustment.vat_rate)
        leaf(category, "cac:TaxScheme/cbc:ID", "VAT")


def _write_vat(document: etree._Element, totals: Totals, currency: str) -> None:
    element = branch(document, "cac:TaxTotal")
    leaf(element, "cbc:TaxAmount", totals.vat, currencyID=currency)
    for group in totals.groups:
        subtotal = branch(element, "cac:TaxSubtotal")
        leaf(subtotal, "cbc:TaxableAmount", group.taxable, currencyID=currency)
        leaf(subtotal, "cbc:TaxAmount", group.tax, currencyID=currency)
        category = branch(subtotal, "cac:TaxCategory")
        leaf(category, "cbc:ID", group.category)
        leaf(category, "cbc:Percent", group.rate)
        leaf(category, "cbc:TaxExemptionReasonCode", group.reason_code)
        leaf(category, "cbc:TaxExemptionReason", group.reason)
        leaf(category, "cac:TaxScheme/cbc:ID", "VAT")


def _write_totals(document: etree._Element, totals: Totals, currency: str) -> None:
    element = branch(document, "cac:LegalMonetaryTotal")
    leaf(element, "cbc:LineExtensionAmount", totals.lines, currencyID=currency)
    leaf(element, "cbc:TaxExclusiveAmount", totals.without_vat, currencyID=currency)
    leaf(element, "cbc:TaxInclusiveAmount", totals.with_vat, currencyID=currency)
    leaf(element, "cbc:AllowanceTotalAmount", totals.allowances or None, currencyID=currency)
    leaf(element, "cbc:ChargeTotalAmount", totals.charges or None, currencyID=currency)
    leaf(element, "cbc:PrepaidAmount", totals.paid or None, currencyID=currency)
    leaf(element, "cbc:PayableAmount", totals.due, currencyID=currency)


def _write_line(document: etree._Element, line: Line, currency: str, kind: str) -> None:
    element = branch(document, f"cac:{kind}Line")
    leaf(element, "cbc:ID", line.identifier)
    quantity = "CreditedQuantity" if kind == "CreditNote" else "InvoicedQuantity"
    leaf(element, f"cbc:{quantity}", line.quantity, unitCode=line.unit_code)
    leaf(element, "cbc:LineExtensionAmount", net_amount(line), currencyID=currency)
    for adjustment in line.adjustments:
        _write_adjustment(element, adjustment, currency, with_vat=False)
    item = branch(element, "cac:Item")
    leaf(item, "cbc:Description", line.description)
    leaf(item, "cbc:Name", line.name)
    leaf(item, "cac:SellersItemIdentification/cbc:ID", line.item)
    category = branch(item, "cac:ClassifiedTaxCategory")
    leaf(category, "cbc:ID", line.vat_category)
    leaf(category, "cbc:Percent", line.vat_rate)
    leaf(category, "cac:TaxScheme/cbc:ID", "VAT")
    price = branch(element, "cac:Price")
    leaf(price, "cbc:PriceAmount", line.net_price, currencyID=currency)
    if line.base_quantity != 1:
        leaf(price, "cbc:BaseQuantity", line.base_quantity, unitCode=line.unit_code)
