"""CII: terms whose place or notation differs from UBL."""

from datetime import date
from decimal import Decimal

from invoicy.formats.registry import read_xml
from invoicy.readings.reading import InvoiceReading
from tests.xml_documents import cii

LINE = (
    "<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedLineTradeAgreement>{0}</ram:SpecifiedLineTradeAgreement>"
    "</ram:IncludedSupplyChainTradeLineItem>"
)


def reading(agreement: str = "", settlement: str = "", lines: str = "") -> InvoiceReading:
    return read_xml(cii(agreement, settlement, lines)).invoices[0]


def test_the_vat_point_in_the_breakdown_belongs_to_the_invoice() -> None:
    result = reading(
        settlement="<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>"
        "<ram:TaxPointDate><udt:DateString format='102'>20260301</udt:DateString></ram:TaxPointDate>"
        "<ram:DueDateTypeCode>72</ram:DueDateTypeCode></ram:ApplicableTradeTax>"
    )
    assert result.invoice.vat_point_date == date(2026, 3, 1)
    assert result.invoice.vat_point_date_code == "432"
    assert [v.category_code for v in result.invoice.vat_breakdown] == ["S"]
    assert (result.unmapped, result.findings) == ((), ())


def test_payment_means_without_an_account_open_no_credit_transfer() -> None:
    result = reading(
        settlement="<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>48</ram:TypeCode>"
        "</ram:SpecifiedTradeSettlementPaymentMeans>"
    )
    assert result.invoice.payment is not None
    assert (result.invoice.payment.means_code, result.invoice.payment.accounts) == ("48", ())


def test_each_payment_means_gives_its_own_account() -> None:
    means = "".join(
        "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount>"
        f"<ram:IBANID>{iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>"
        for iban in ("DE1", "DE2")
    )
    result = reading(settlement=means)
    assert result.invoice.payment is not None
    assert [a.identifier for a in result.invoice.payment.accounts] == ["DE1", "DE2"]
    assert result.findings == ()


def test_referenced_documents_are_distinguished_by_their_type() -> None:
    documents = "".join(
        f"<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>{name}</ram:IssuerAssignedID>{code}"
        "</ram:AdditionalReferencedDocument>"
        for name, code in (
            ("lot", "<ram:TypeCode>50</ram:TypeCode>"),
            ("object", "<ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>ABZ</ram:ReferenceTypeCode>"),
            ("sheet", "<ram:TypeCode>916</ram:TypeCode>"),
            ("plain", ""),
        )
    )
    invoice = reading(documents).invoice
    assert invoice.tender_or_lot_reference == "lot"
    assert invoice.invoiced_object_identifier is not None
    assert (invoice.invoiced_object_identifier.value, invoice.invoiced_object_identifier.scheme) == ("object", "ABZ")
    assert [d.reference for d in invoice.supporting_documents] == ["sheet", "plain"]


def test_a_second_buyer_identifier_never_lends_its_scheme_to_the_first() -> None:
    result = reading(
        "<ram:BuyerTradeParty><ram:ID>4711</ram:ID><ram:GlobalID schemeID='0088'>4000001000005</ram:GlobalID>"
        "</ram:BuyerTradeParty>"
    )
    assert result.invoice.buyer is not None
    assert result.invoice.buyer.identifier is not None
    assert (result.invoice.buyer.identifier.value, result.invoice.buyer.identifier.scheme) == ("4711", None)
    assert {u.value for u in result.unmapped} == {"4000001000005", "0088"}


def price(net: str, gross: str) -> str:
    return LINE.format(
        f"<ram:GrossPriceProductTradePrice>{gross}</ram:GrossPriceProductTradePrice>"
        f"<ram:NetPriceProductTradePrice><ram:ChargeAmount>5</ram:ChargeAmount>{net}</ram:NetPriceProductTradePrice>"
    )


def test_the_base_quantity_may_be_at_the_gross_price_only() -> None:
    (line,) = reading(lines=price("", "<ram:BasisQuantity unitCode='C62'>100</ram:BasisQuantity>")).invoice.lines
    assert (line.price_base_quantity, line.price_base_quantity_unit_code) == (Decimal(100), "C62")
    assert line.gross_price_base_quantity is None


def test_a_gross_base_quantity_of_its_own_is_kept_apart() -> None:
    quantity = "<ram:BasisQuantity unitCode='C62'>{}</ram:BasisQuantity>"
    (line,) = reading(lines=price(quantity.format(1), quantity.format(10))).invoice.lines
    assert (line.price_base_quantity, line.gross_price_base_quantity) == (Decimal(1), Decimal(10))


def test_a_date_in_an_unknown_format_is_reported() -> None:
    result = reading(
        settlement="<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format='203'>202603011200"
        "</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
    )
    assert result.invoice.due_date is None
    assert [f.rule for f in result.findings] == ["INVOICY-VALUE", "INVOICY-UNMAPPED"]
    assert {u.value for u in result.unmapped} == {"203", "202603011200"}


def test_terms_of_the_extended_profile_are_read() -> None:
    result = reading(
        settlement="<ram:InvoiceeTradeParty><ram:Name>Someone else</ram:Name></ram:InvoiceeTradeParty>"
        "<ram:SpecifiedLogisticsServiceCharge><ram:Description>Freight</ram:Description>"
        "<ram:AppliedAmount>5.00</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge>"
    )
    assert result.invoice.invoicee is not None
    assert result.invoice.invoicee.name == "Someone else"
    assert result.invoice.logistics_charges[0].amount == Decimal("5.00")
    assert result.unmapped == ()
