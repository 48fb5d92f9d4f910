"""Peppol's national rules on UBL fragments: who is asked, and of which kind of document."""

import pytest

from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.rules.checking import checked_extract

_UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def _party(role: str, country: str, inside: str = "") -> str:
    address = (
        f"<cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country>"
    )
    return f"<cac:{role}><cac:Party>{inside}{address}</cac:PostalAddress></cac:Party></cac:{role}>"


def _between(seller: str, buyer: str, rest: str = "", *, of_seller: str = "", of_buyer: str = "") -> str:
    parties = _party("AccountingSupplierParty", seller, of_seller)
    return f"{parties}{_party('AccountingCustomerParty', buyer, of_buyer)}{rest}"


def _fires(rule: str, content: str, kind: str = "Invoice") -> bool:
    text = (
        f'<{kind} xmlns="{_UBL}:{kind}-2" xmlns:cac="{_UBL}:CommonAggregateComponents-2"'
        f' xmlns:cbc="{_UBL}:CommonBasicComponents-2">{content}</{kind}>'
    )
    (reading,) = checked_extract(read_xml(text.encode()), Profile.PEPPOL)
    return any(finding.rule == rule for finding in reading.findings)


def _vat(identifier: str, scheme: str = "VAT") -> str:
    return (
        f"<cac:PartyTaxScheme><cbc:CompanyID>{identifier}</cbc:CompanyID>"
        f"<cac:TaxScheme><cbc:ID>{scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
    )


def _legal(identifier: str, scheme: str) -> str:
    registration = f'<cbc:CompanyID schemeID="{scheme}">{identifier}</cbc:CompanyID>'
    return f"<cac:PartyLegalEntity>{registration}</cac:PartyLegalEntity>"


def _means(code: str, account: str = "", payment: str = "") -> str:
    told = f"<cac:PayeeFinancialAccount><cbc:ID>{account}</cbc:ID></cac:PayeeFinancialAccount>" if account else ""
    number = f"<cbc:PaymentID>{payment}</cbc:PaymentID>" if payment else ""
    return f"<cac:PaymentMeans><cbc:PaymentMeansCode>{code}</cbc:PaymentMeansCode>{number}{told}</cac:PaymentMeans>"


def _allowance(reason: str) -> str:
    return (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>ZZZ"
        f"</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>{reason}</cbc:AllowanceChargeReason>"
        "</cac:AllowanceCharge>"
    )


def _due(amount: str) -> str:
    return f"<cac:LegalMonetaryTotal><cbc:PayableAmount>{amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>"


_BROKEN = (
    ("DK-R-004", "Invoice", _between("DK", "DK", _allowance("#tax"))),
    (
        "DK-R-005",
        "Invoice",
        _between("DK", "DK", "<cac:PaymentMeans><cbc:PaymentID>1</cbc:PaymentID></cac:PaymentMeans>"),
    ),
    ("DK-R-008", "Invoice", _between("DK", "DK", _means("50", "123456A", "01#"))),
    ("DK-R-014", "CreditNote", _between("DK", "SE", of_seller=_legal("12345678", "0088"))),
    ("DK-R-016", "CreditNote", _between("DK", "DK", _due("-1"))),
    ("DK-R-017", "Invoice", _between("DK", "DK", of_buyer=_legal("12345678", "0088"))),
    ("NO-R-001", "CreditNote", _between("SE", "SE", of_seller=_vat("NO123456789MVA"))),
    ("NO-R-002", "Invoice", _between("NO", "NO")),
    ("IT-R-001", "Invoice", _between("DE", "DE", of_seller=_vat("IT00743110157") + _vat("short", "TAX"))),
    ("IT-R-002", "CreditNote", _between("IT", "DE")),
    ("NL-R-001", "CreditNote", _between("NL", "DE", "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>")),
    ("NL-R-003", "Invoice", _between("NL", "DE", of_seller=_legal("12345678", "0088"))),
    ("NL-R-007", "Invoice", _between("NL", "DE", _due("1"))),
    ("NL-R-007", "CreditNote", _between("NL", "DE", _due("-1"))),
    ("NL-R-008", "Invoice", _between("NL", "NL", _means("31"))),
    ("SE-R-003", "Invoice", _between("SE", "DE", of_seller=_legal("", "0007"))),
    ("SE-R-012", "CreditNote", _between("SE", "SE", _means("31"))),
    ("IS-R-001", "CreditNote", _between("IS", "IS", "<cbc:CreditNoteTypeCode>83</cbc:CreditNoteTypeCode>")),
    ("IS-R-002", "Invoice", _between("IS", "DE", of_seller=_legal("1", "0088"))),
    ("GR-R-002", "Invoice", _between("DE", "DE", of_seller=_vat("EL123456783"))),
    ("GR-R-005", "CreditNote", _between("GR", "DE")),
    ("DE-R-001", "CreditNote", _between("DE", "DE")),
    ("PEPPOL-COMMON-R056-2", "Invoice", _between("NL", "NL", of_buyer=_vat("NL1"))),
)
_KEPT = (
    ("DK-R-004", "Invoice", _between("DK", "DK", _allowance("tax#1"))),
    ("DK-R-004", "Invoice", _between("DK", "SE", _allowance("tax"))),
    ("DK-R-005", "CreditNote", _between("DK", "DK", _means("30"))),
    ("DK-R-008", "Invoice", _between("DK", "DK", _means("50", "12345678", "01#"))),
    ("DK-R-016", "Invoice", _between("DK", "DK", _due("-1"))),
    ("DK-R-017", "Invoice", _between("SE", "DK", of_buyer=_legal("12345678", "0088"))),
    ("NO-R-001", "Invoice", _between("NO", "NO", of_seller=_vat("SE123456789001"))),
    ("IT-R-001", "Invoice", _between("IT", "DE", of_seller=_vat("DE123456789") + _vat("short", "TAX"))),
    ("IT-R-002", "Invoice", _between("IT", "DE", of_seller=_vat("DE123456789"))),
    ("NL-R-007", "CreditNote", _between("NL", "DE", _due("1"))),
    ("NL-R-008", "Invoice", _between("NL", "DE", _means("31"))),
    ("SE-R-012", "Invoice", _between("SE", "NO", _means("31"))),
    ("IS-R-004", "Invoice", _between("IS", "DE")),
    ("DE-R-001", "Invoice", _between("DE", "AT")),
    ("GR-R-002", "Invoice", ""),
)


@pytest.mark.parametrize(("rule", "kind", "content"), _BROKEN)
def test_a_fragment_that_breaks_the_rule_is_told(rule: str, kind: str, content: str) -> None:
    assert _fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), _KEPT)
def test_a_fragment_that_the_rule_does_not_ask_or_that_keeps_it_is_not(rule: str, kind: str, content: str) -> None:
    assert not _fires(rule, content, kind)
