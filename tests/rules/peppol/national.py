"""Fragments of UBL for the national rules of Peppol: parties of two countries and what is between them."""

from msgspec import Struct

from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.rules.checking import checked_extract

_UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def party(role: str, country: str, inside: str = "") -> str:
    address = (
        f"<cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country>"
    )
    return f"<cac:{role}><cac:Party>{inside}{address}</cac:PostalAddress></cac:Party></cac:{role}>"


def between(seller: str, buyer: str, rest: str = "", *, of_seller: str = "", of_buyer: str = "") -> str:
    parties = party("AccountingSupplierParty", seller, of_seller)
    return f"{parties}{party('AccountingCustomerParty', buyer, of_buyer)}{rest}"


class Fragment(Struct, frozen=True):
    """A fragment of a UBL document that breaks a rule, or keeps it. root: Invoice or CreditNote."""

    rule: str
    content: str
    root: str = "Invoice"
    is_broken: bool = True

    def is_as_expected(self) -> bool:
        """Test that the findings of the fragment contain the rule, or that they do not."""
        namespaces = f'xmlns:cac="{_UBL}:CommonAggregateComponents-2" xmlns:cbc="{_UBL}:CommonBasicComponents-2"'
        text = f'<{self.root} xmlns="{_UBL}:{self.root}-2" {namespaces}>{self.content}</{self.root}>'
        (reading,) = checked_extract(read_xml(text.encode()), Profile.PEPPOL)
        return any(finding.rule == self.rule for finding in reading.findings) is self.is_broken


def vat(identifier: str, scheme: str = "VAT") -> str:
    return (
        f"<cac:PartyTaxScheme><cbc:CompanyID>{identifier}</cbc:CompanyID>"
        f"<cac:TaxScheme><cbc:ID>{scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
    )


def legal(identifier: str, scheme: str) -> str:
    registration = f'<cbc:CompanyID schemeID="{scheme}">{identifier}</cbc:CompanyID>'
    return f"<cac:PartyLegalEntity>{registration}</cac:PartyLegalEntity>"


def means(code: str, account: str = "", payment: str = "") -> str:
    creditor = f"<cac:PayeeFinancialAccount><cbc:ID>{account}</cbc:ID></cac:PayeeFinancialAccount>" if account else ""
    number = f"<cbc:PaymentID>{payment}</cbc:PaymentID>" if payment else ""
    return f"<cac:PaymentMeans><cbc:PaymentMeansCode>{code}</cbc:PaymentMeansCode>{number}{creditor}</cac:PaymentMeans>"


def allowance(reason: str) -> str:
    return (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>ZZZ"
        f"</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>{reason}</cbc:AllowanceChargeReason>"
        "</cac:AllowanceCharge>"
    )


def due(amount: str) -> str:
    return f"<cac:LegalMonetaryTotal><cbc:PayableAmount>{amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>"
