"""Places of findings: the XPath and the line that a person has to look at."""

import pytest

from invoicy.formats.places import XmlPlace, XmlPlaces, places
from invoicy.formats.registry import read_xml
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding, Severity
from tests.xml_documents import UBL_NAMESPACES, cii, ubl, valid_ubl

LINES = """
<cac:InvoiceLine>
<cbc:ID>1</cbc:ID>
</cac:InvoiceLine>
<cac:InvoiceLine>
<cbc:ID>2</cbc:ID></cac:InvoiceLine>"""


def placed(content: bytes) -> XmlPlaces:
    (xml_places,) = places(content, lambda _: Profile.EN16931)
    return xml_places


def finding(path: str = "", *terms: str, rule: str = "BR-1") -> Finding:
    return Finding(rule, Severity.FATAL, "", path, terms)


@pytest.mark.parametrize(
    ("path", "xpath", "line"),
    [
        ("/number", "/Invoice/cbc:ID", 1),
        ("/lines/1/identifier", "/Invoice/cac:InvoiceLine[2]/cbc:ID", 6),
        ("/lines/1", "/Invoice/cac:InvoiceLine[2]", 5),
        ("/lines/0/net_amount", "/Invoice/cac:InvoiceLine[1]", 2),
        ("/totals/with_vat", "/Invoice", 1),
    ],
)
def test_a_pointer_leads_to_its_element_or_to_the_nearest_one_above_it(path: str, xpath: str, line: int) -> None:
    assert placed(ubl(LINES)).of(finding(path)) == XmlPlace(xpath, line)


def test_a_finding_without_a_pointer_is_placed_by_its_term() -> None:
    assert placed(valid_ubl()).of(finding("", "BT-40")).xpath.endswith("cac:Country/cbc:IdentificationCode")
    assert placed(valid_ubl()).of(finding("", "BT-131")).xpath == "/Invoice"


def test_an_attribute_is_named() -> None:
    content = ubl('<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity></cac:InvoiceLine>')
    xpath = "/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode"
    assert placed(content).of(finding("/lines/0/unit_code")).xpath == xpath


def test_cii_is_placed_in_the_same_way() -> None:
    content = cii(settlement="\n<ram:PaymentReference>R-1</ram:PaymentReference>")
    place = placed(content).of(finding("/payment/remittance_information"))
    assert place.xpath.endswith("/ram:ApplicableHeaderTradeSettlement/ram:PaymentReference")
    assert place.line == 2


@pytest.mark.parametrize(
    ("body", "rule", "xpath"),
    [
        ("<cac:Delivery/><cac:Delivery/>", "UBL-SR-24", "/Invoice/cac:Delivery[2]"),
        ("<cbc:UUID>a</cbc:UUID>", "UBL-CR-005", "/Invoice/cbc:UUID"),
        ('<cbc:Note languageID="de">a</cbc:Note>', "UBL-DT-19", "/Invoice/cbc:Note/@languageID"),
        ("<cbc:DueDate>soon</cbc:DueDate>", "INVOICY-VALUE", "/Invoice/cbc:DueDate"),
        ("<cbc:DueDate/>", "INVOICY-EMPTY", "/Invoice/cbc:DueDate"),
        ("<cbc:ID>R-2</cbc:ID>", "INVOICY-REPEATED", "/Invoice/cbc:ID[2]"),
    ],
)
def test_findings_about_the_xml_are_placed_where_it_is_at_fault(body: str, rule: str, xpath: str) -> None:
    content = ubl(body)
    extract = read_xml(content)
    findings = (*extract.invoices[0].findings, *extract.sources[0].rules(Profile.EN16931))
    (finding,) = [each for each in findings if each.rule == rule]
    assert placed(content).of(finding).xpath == xpath


def test_a_broken_xml_is_placed_at_the_break() -> None:
    content = b"\n\n" + ubl("\n<cbc:Note>cut")[: -len("</Invoice>")]
    (broken,) = [each for each in read_xml(content).invoices[0].findings if each.rule == "INVOICY-XML-BROKEN"]
    assert placed(content).of(broken) == XmlPlace("", 4, 14)
    assert broken.message == "The XML is cut off at line 4, column 14. It was read as far as possible."


def test_blank_lines_before_the_xml_are_counted() -> None:
    assert placed(b"\n\n" + ubl("\n<cbc:DueDate>2026-03-09</cbc:DueDate>")).of(finding("/due_date")).line == 4


def test_each_invoice_of_an_envelope_has_places_of_its_own() -> None:
    inner = f"<Invoice {UBL_NAMESPACES}><cbc:ID>{{}}</cbc:ID><cbc:UUID>a</cbc:UUID></Invoice>"
    content = f"<Envelope>{inner.format(1)}\n{inner.format(2)}</Envelope>".encode()
    second = list(places(content, lambda _: Profile.EN16931))[1]
    (unused,) = [each for each in read_xml(content).sources[1].rules(Profile.EN16931) if each.rule == "UBL-CR-005"]
    assert second.of(unused) == XmlPlace("/Envelope/Invoice[2]/cbc:UUID", 2)
    assert second.of(finding("/number")).xpath == "/Envelope/Invoice[2]/cbc:ID"


def test_looking_for_places_reads_the_same_invoice() -> None:
    empty = "<cbc:ProfileID/><cac:LegalMonetaryTotal><cbc:PayableAmount/></cac:LegalMonetaryTotal>"
    content = ubl(empty)
    assert placed(content).invoice == read_xml(content).invoices[0].invoice
    assert placed(content).of(finding("/totals/due")).xpath == "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"
    assert placed(content).of(finding("/process/business_process_type")).xpath == "/Invoice/cbc:ProfileID"
