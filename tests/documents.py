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
