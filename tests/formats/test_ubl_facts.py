"""Facts of a UBL that only the official rules need."""

from decimal import Decimal

from lxml import etree

from invoicy.formats.syntax_facts import OtherTax, SyntaxFacts
from invoicy.formats.ubl_facts import facts
from tests.xml_documents import ubl


def facts_of(body: str) -> SyntaxFacts:
    return facts(etree.fromstring(ubl(body)))


def category(scheme: str) -> str:
    tax = f"<cac:TaxScheme><cbc:ID>{scheme}</cbc:ID></cac:TaxScheme>"
    return f"<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>{tax}</cac:TaxCategory>"


def allowance(scheme: str, indicator: str = "") -> str:
    return f"<cac:AllowanceCharge>{indicator}<cbc:Amount>5</cbc:Amount>{category(scheme)}</cac:AllowanceCharge>"


CHARGE = "<cbc:ChargeIndicator>true</cbc:ChargeIndicator>"


def test_a_charge_of_another_tax_is_kept_for_the_rules() -> None:
    assert facts_of(allowance("GST", CHARGE)).other_tax == (OtherTax("charge", "S", Decimal(19), Decimal(5)),)
    assert facts_of(allowance("VAT", CHARGE)).other_tax == ()


def test_a_group_that_is_neither_allowance_nor_charge_is_named_so() -> None:
    assert [other.kind for other in facts_of(allowance("VAT")).other_tax] == ["neither"]
    assert [other.kind for other in facts_of(allowance("GST")).other_tax] == ["neither of VAT"]


def test_a_second_category_of_vat_in_a_part_of_the_breakdown_is_further() -> None:
    categories = "".join(map(category, ("VAT", "vat", "GST")))
    xml_facts = facts_of(f"<cac:TaxTotal><cac:TaxSubtotal>{categories}</cac:TaxSubtotal></cac:TaxTotal>")
    assert sorted(other.kind for other in xml_facts.other_tax) == ["breakdown", "further"]
    assert xml_facts.codes_in_breakdown() == ["S"]


def test_empty_groups_are_present() -> None:
    xml_facts = facts_of("<cac:PaymentMeans/>")
    assert (xml_facts.has_payment_means, xml_facts.has_totals, xml_facts.is_credit_note) == (True, False, False)


def test_only_several_vat_totals_with_a_breakdown_are_kept() -> None:
    amounts = "<cbc:TaxAmount>3</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxAmount>2</cbc:TaxAmount></cac:TaxSubtotal>"
    total = f"<cac:TaxTotal>{amounts}</cac:TaxTotal>"
    assert facts_of(total).vat_totals == ()
    assert [(each.amount, each.parts) for each in facts_of(total * 2).vat_totals] == [(Decimal(3), Decimal(2))] * 2
