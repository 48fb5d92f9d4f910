"""Small invented invoices as text, with room for what a test wants to put in."""

UBL_NAMESPACES = (
    'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" '
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)
_STANDARD = "urn:un:unece:uncefact:data:standard"
CII_NAMESPACES = (
    f'xmlns:rsm="{_STANDARD}:CrossIndustryInvoice:100" '
    f'xmlns:ram="{_STANDARD}:ReusableAggregateBusinessInformationEntity:100" '
    f'xmlns:udt="{_STANDARD}:UnqualifiedDataType:100" xmlns:qdt="{_STANDARD}:QualifiedDataType:100"'
)


def ubl(body: str = "", *, currency: str = "EUR", declaration: str = "") -> bytes:
    """A UBL invoice: number, date and currency, then body."""
    return (
        f"{declaration}<Invoice {UBL_NAMESPACES}><cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-03-01</cbc:IssueDate>"
        f"<cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>{body}</Invoice>"
    ).encode()


_PARTY = (
    "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>"
    "</cac:PostalAddress>{tax}<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName>"
    "</cac:PartyLegalEntity>"
)
_SELLER_TAX = (
    "<cac:PartyTaxScheme><cbc:CompanyID>DE123456788</cbc:CompanyID>"
    "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
)
_SCHEME = "<cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"


def valid_ubl(*, declaration: str = "") -> bytes:
    """A UBL invoice without findings under EN 16931: 119.00 EUR from Muster GmbH for one chair."""
    seller, buyer = _PARTY.format(name="Muster GmbH", tax=_SELLER_TAX), _PARTY.format(name="Beispiel AG", tax="")
    head = "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>"
    body = (
        "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>"
        f"<cac:AccountingSupplierParty><cac:Party>{seller}</cac:Party></cac:AccountingSupplierParty>"
        f"<cac:AccountingCustomerParty><cac:Party>{buyer}</cac:Party></cac:AccountingCustomerParty>"
        f"<cac:TaxTotal>{_eur('TaxAmount', '19.00')}<cac:TaxSubtotal>{_eur('TaxableAmount', '100.00')}"
        f"{_eur('TaxAmount', '19.00')}<cac:TaxCategory>{_SCHEME}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>"
        f"<cac:LegalMonetaryTotal>{_eur('LineExtensionAmount', '100.00')}{_eur('TaxExclusiveAmount', '100.00')}"
        f"{_eur('TaxInclusiveAmount', '119.00')}{_eur('PayableAmount', '119.00')}</cac:LegalMonetaryTotal>"
        '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>'
        f"{_eur('LineExtensionAmount', '100.00')}<cac:Item><cbc:Name>Chair</cbc:Name>"
        f"<cac:ClassifiedTaxCategory>{_SCHEME}</cac:ClassifiedTaxCategory></cac:Item>"
        f"<cac:Price>{_eur('PriceAmount', '100.00')}</cac:Price></cac:InvoiceLine>"
    )
    return ubl(body, declaration=declaration).replace(b"<cbc:ID>", head.encode(), 1)


def _eur(name: str, amount: str) -> str:
    return f'<cbc:{name} currencyID="EUR">{amount}</cbc:{name}>'


def cii(agreement: str = "", settlement: str = "", lines: str = "") -> bytes:
    """A CII invoice in EUR: number, then what is given of agreement, settlement and lines."""
    return (
        f"<rsm:CrossIndustryInvoice {CII_NAMESPACES}>"
        "<rsm:ExchangedDocument><ram:ID>R-1</ram:ID></rsm:ExchangedDocument>"
        f"<rsm:SupplyChainTradeTransaction>{lines}"
        f"<ram:ApplicableHeaderTradeAgreement>{agreement}</ram:ApplicableHeaderTradeAgreement>"
        "<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"
        f"{settlement}</ram:ApplicableHeaderTradeSettlement>"
        "</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
    ).encode()
