"""UBL as it comes: complete, sloppy, wrong."""

from decimal import Decimal

import pytest

from invoicy.formats.registry import read_xml
from invoicy.readings.reading import InvoiceReading, Severity
from tests.xml_documents import UBL_NAMESPACES, ubl


def reading(body: str = "", *, currency: str = "EUR") -> InvoiceReading:
    return read_xml(ubl(body, currency=currency)).invoices[0]


def rules(result: InvoiceReading) -> list[str]:
    """Return the rules of the findings, without the finding about unmapped values."""
    return [finding.rule for finding in result.findings if finding.rule != "INVOICY-UNMAPPED"]


def test_a_credit_note_is_read_by_its_own_names() -> None:
    content = ubl(
        "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"
        "<cac:CreditNoteLine><cbc:CreditedQuantity unitCode='C62'>2</cbc:CreditedQuantity></cac:CreditNoteLine>"
    )
    for old, new in (
        (b":Invoice-2", b":CreditNote-2"),
        (b"<Invoice ", b"<CreditNote "),
        (b"</Invoice>", b"</CreditNote>"),
    ):
        content = content.replace(old, new)
    invoice = read_xml(content).invoices[0].invoice
    assert invoice.type_code == "381"
    assert invoice.lines[0].quantity == Decimal(2)
    assert invoice.lines[0].unit_code == "C62"


def test_allowances_and_charges_are_distinguished() -> None:
    body = "".join(
        f"<cac:AllowanceCharge><cbc:ChargeIndicator>{flag}</cbc:ChargeIndicator><cbc:Amount>{amount}</cbc:Amount>"
        "</cac:AllowanceCharge>"
        for flag, amount in (("false", "1.00"), ("true", "2.00"), ("false", "3.00"))
    )
    invoice = reading(body).invoice
    assert [a.amount for a in invoice.allowances] == [Decimal("1.00"), Decimal("3.00")]
    assert [c.amount for c in invoice.charges] == [Decimal("2.00")]


def test_an_allowance_charge_without_an_indicator_is_kept_unmapped() -> None:
    result = reading("<cac:AllowanceCharge><cbc:Amount>7.00</cbc:Amount></cac:AllowanceCharge>")
    assert (result.invoice.allowances, result.invoice.charges) == ((), ())
    assert [(u.path, u.value) for u in result.unmapped] == [("/Invoice/cac:AllowanceCharge/cbc:Amount", "7.00")]


def test_vat_in_the_accounting_currency_has_its_own_term() -> None:
    result = reading(
        "<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>"
        "<cac:TaxTotal><cbc:TaxAmount currencyID='EUR'>19.00</cbc:TaxAmount></cac:TaxTotal>"
        "<cac:TaxTotal><cbc:TaxAmount currencyID='SEK'>209.00</cbc:TaxAmount></cac:TaxTotal>"
    )
    assert result.invoice.totals is not None
    assert (result.invoice.totals.vat, result.invoice.totals.vat_in_accounting_currency) == (Decimal(19), Decimal(209))
    assert result.unmapped == ()


def test_an_amount_in_another_currency_than_the_invoice_is_reported() -> None:
    result = reading(
        "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='USD'>1.00</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    )
    assert rules(result) == ["INVOICY-CURRENCY"]
    assert result.findings[0].values == ("USD", "EUR")
    assert result.findings[0].message == (
        "The amount due for payment (BT-115) is in USD, but the currency code (BT-5) is EUR."
    )
    assert [u.value for u in result.unmapped] == ["USD"]


def test_the_subject_code_in_front_of_a_note_becomes_its_term() -> None:
    notes = reading("<cbc:Note>#AAI#Ship soon</cbc:Note><cbc:Note>#1 priority</cbc:Note>").invoice.notes
    assert [(n.subject_code, n.text) for n in notes] == [("AAI", "Ship soon"), (None, "#1 priority")]


def test_line_breaks_in_payment_terms_stay() -> None:
    terms = "#SKONTO#TAGE=7#PROZENT=2.00#\nnet 30\n"
    assert reading(f"<cac:PaymentTerms><cbc:Note>{terms}</cbc:Note></cac:PaymentTerms>").invoice.payment_terms == terms


def test_a_creditor_identifier_is_not_a_seller_identifier() -> None:
    invoice = reading(
        "<cac:AccountingSupplierParty><cac:Party>"
        "<cac:PartyIdentification><cbc:ID schemeID='SEPA'>DE98ZZZ09999999999</cbc:ID></cac:PartyIdentification>"
        "<cac:PartyIdentification><cbc:ID schemeID='0088'>4000001000005</cbc:ID></cac:PartyIdentification>"
        "</cac:Party></cac:AccountingSupplierParty>"
    ).invoice
    assert invoice.payment is not None
    assert invoice.payment.direct_debit is not None
    assert invoice.payment.direct_debit.bank_assigned_creditor_identifier == "DE98ZZZ09999999999"
    assert invoice.seller is not None
    assert [(i.value, i.scheme) for i in invoice.seller.identifiers] == [("4000001000005", "0088")]


def test_sub_lines_keep_their_depth() -> None:
    line = "<cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID><cac:SubInvoiceLine><cbc:ID>1.1.1</cbc:ID></cac:SubInvoiceLine>"
    result = reading(f"<cac:InvoiceLine><cbc:ID>1</cbc:ID>{line}</cac:SubInvoiceLine></cac:InvoiceLine>")
    (top,) = result.invoice.lines
    assert (top.identifier, top.sub_lines[0].identifier) == ("1", "1.1")
    assert top.sub_lines[0].sub_lines[0].identifier == "1.1.1"


def test_an_unknown_element_is_kept_with_path_and_value() -> None:
    result = reading("<cbc:UUID>abc</cbc:UUID><cac:Signature><cbc:ID schemeID='x'>s</cbc:ID></cac:Signature>")
    assert [(u.path, u.value) for u in result.unmapped] == [
        ("/Invoice/cbc:UUID", "abc"),
        ("/Invoice/cac:Signature/cbc:ID/@schemeID", "x"),
        ("/Invoice/cac:Signature/cbc:ID", "s"),
    ]


def test_unmapped_values_are_reported_in_one_finding() -> None:
    (finding,) = reading("<cbc:UUID>abc</cbc:UUID><cbc:CopyIndicator>true</cbc:CopyIndicator>").findings
    assert (finding.rule, finding.severity) == ("INVOICY-UNMAPPED", Severity.INFORMATION)
    assert finding.message.startswith("2 values have no business term")


def test_an_unknown_attribute_is_kept() -> None:
    result = reading("<cbc:BuyerReference languageID='de'>B-7</cbc:BuyerReference>")
    assert result.invoice.buyer_reference == "B-7"
    assert [(u.path, u.value) for u in result.unmapped] == [("/Invoice/cbc:BuyerReference/@languageID", "de")]


def test_a_second_value_is_kept_unmapped_and_reported() -> None:
    result = reading("<cbc:BuyerReference>B-7</cbc:BuyerReference><cbc:BuyerReference>B-8</cbc:BuyerReference>")
    assert result.invoice.buyer_reference == "B-7"
    assert rules(result) == ["INVOICY-REPEATED"]
    assert result.findings[0].terms == ("BT-10",)
    assert [(u.path, u.value) for u in result.unmapped] == [("/Invoice/cbc:BuyerReference[2]", "B-8")]


def test_an_equal_second_value_has_no_finding() -> None:
    result = reading("<cbc:BuyerReference>B-7</cbc:BuyerReference><cbc:BuyerReference>B-7</cbc:BuyerReference>")
    assert (result.findings, result.unmapped) == ((), ())


def test_two_deliveries_are_never_mixed() -> None:
    result = reading(
        "<cac:Delivery><cbc:ActualDeliveryDate>2026-01-01</cbc:ActualDeliveryDate></cac:Delivery>"
        "<cac:Delivery><cac:DeliveryLocation><cbc:ID>L-2</cbc:ID></cac:DeliveryLocation></cac:Delivery>"
    )
    assert result.invoice.delivery is not None
    assert result.invoice.delivery.location_identifier is None
    assert rules(result) == ["INVOICY-REPEATED"]
    assert [u.value for u in result.unmapped] == ["L-2"]


@pytest.mark.parametrize("amount", ["1.000,00", "abc", "1e3", "NaN"])
def test_an_amount_that_is_none_stays_out_and_asks_for_review(amount: str) -> None:
    result = reading(
        f"<cac:LegalMonetaryTotal><cbc:PayableAmount>{amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    )
    assert result.invoice.totals is not None
    assert result.invoice.totals.due is None
    (value, _) = result.findings
    assert (value.rule, value.severity, value.terms) == ("INVOICY-VALUE", Severity.FATAL, ("BT-115",))
    assert result.status == "review"
    assert [u.value for u in result.unmapped] == [amount]


def test_text_where_only_elements_belong_is_kept() -> None:
    result = reading("<cac:OrderReference>loose text<cbc:ID>O-1</cbc:ID></cac:OrderReference>")
    assert result.invoice.purchase_order_reference == "O-1"
    assert [u.value for u in result.unmapped] == ["loose text"]


def test_empty_elements_are_absent_and_reported_once() -> None:
    result = reading("<cbc:BuyerReference/><cbc:AccountingCost> </cbc:AccountingCost>")
    assert result.invoice.buyer_reference is None
    assert rules(result) == ["INVOICY-EMPTY"]
    assert result.findings[0].values == ("/Invoice/cbc:BuyerReference", "/Invoice/cbc:AccountingCost")


def test_an_empty_invoice_is_an_invoice_with_nothing_in_it() -> None:
    result = read_xml(f"<Invoice {UBL_NAMESPACES}/>".encode()).invoices[0]
    assert (result.invoice.number, result.unmapped) == (None, ())


def test_what_follows_a_child_element_is_kept() -> None:
    result = reading("<cac:OrderReference><cbc:ID>O-1</cbc:ID>tail</cac:OrderReference>")
    assert [u.value for u in result.unmapped] == ["tail"]


def test_an_element_inside_a_value_is_kept() -> None:
    result = reading("<cbc:BuyerReference>B<cbc:ID>X</cbc:ID></cbc:BuyerReference>")
    assert result.invoice.buyer_reference == "B"
    assert [u.value for u in result.unmapped] == ["X"]


def test_lines_nested_without_end_are_kept_unmapped() -> None:
    depth = 200
    nested = "<cac:SubInvoiceLine><cbc:ID>1</cbc:ID>" * depth + "</cac:SubInvoiceLine>" * depth
    result = reading(f"<cac:InvoiceLine>{nested}</cac:InvoiceLine>")
    assert result.invoice.lines[0].sub_lines[0].identifier == "1"
    assert len(result.unmapped) > depth / 2


def test_positions_name_the_element_among_its_like() -> None:
    line = "<cac:InvoiceLine><cbc:UUID>u</cbc:UUID></cac:InvoiceLine>"
    result = reading(f"{line}<cbc:UUID>x</cbc:UUID>{line}")
    assert [u.path for u in result.unmapped] == [
        "/Invoice/cac:InvoiceLine[1]/cbc:UUID",
        "/Invoice/cbc:UUID",
        "/Invoice/cac:InvoiceLine[2]/cbc:UUID",
    ]


def test_invoices_in_an_envelope_are_found_and_the_envelope_is_kept() -> None:
    invoice = ubl().decode()
    content = f"<s:Envelope xmlns:s='urn:s'><s:To>you</s:To>{invoice}{invoice}</s:Envelope>"
    extract = read_xml(content.encode())
    assert (extract.syntax, [r.invoice.number for r in extract.invoices]) == ("ubl", ["R-1", "R-1"])
    assert [(u.path, u.value) for u in extract.unmapped] == [("/s:Envelope/s:To", "you")]


def test_an_unknown_element_of_any_depth_is_kept() -> None:
    depth = 250
    result = reading("<cbc:UUID>" * depth + "deep" + "</cbc:UUID>" * depth)
    assert [u.value for u in result.unmapped] == ["deep"]
