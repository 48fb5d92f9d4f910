"""A reading is held to the rules: findings join, the worst status wins."""

from invoicy import read
from tests.xml_documents import cii, ubl, valid_ubl


def rules(content: bytes, profile: str = "auto") -> list[str]:
    return [finding.rule for finding in read(content, profile=profile).invoices[0].findings]


def test_a_sound_invoice_is_accepted_without_a_fatal_finding() -> None:
    reading = read(valid_ubl())
    assert reading.status == "accepted"


def test_a_fatal_finding_sends_the_invoice_to_review() -> None:
    content = valid_ubl().replace(b">119.00<", b">119.01<", 1)
    assert read(content).status == "review"
    assert "BR-CO-15" in rules(content)


def test_the_profile_decides_which_rules_are_asked() -> None:
    assert "BR-DE-15" not in rules(valid_ubl())
    assert "BR-DE-15" in rules(valid_ubl(), "xrechnung")
    assert "PEPPOL-EN16931-R003" in rules(valid_ubl(), "peppol")


def test_rules_about_the_syntax_are_asked_of_an_xml() -> None:
    twice = "<cac:Delivery><cbc:ActualDeliveryDate>2026-03-01</cbc:ActualDeliveryDate></cac:Delivery>" * 2
    assert "UBL-SR-24" in rules(ubl(twice))
    assert "CII-SR-014" in rules(cii())


def test_a_rule_is_reported_for_the_invoice_or_for_the_xml_not_for_both() -> None:
    due = '<cbc:PayableAmount currencyID="EUR">1</cbc:PayableAmount>'
    ids = rules(ubl(f"<cac:LegalMonetaryTotal>{due}</cac:LegalMonetaryTotal>"))
    assert ids.count("BR-12") == 1


def test_a_factur_x_subset_is_not_held_to_what_en16931_asks_of_cii() -> None:
    assert not any(rule.startswith("CII-") for rule in rules(cii(), "facturx-minimum"))
    assert "BR-16" not in rules(cii(), "facturx-minimum")


def test_an_invoice_in_an_envelope_is_checked_as_one_by_itself() -> None:
    inside = valid_ubl().decode()
    alone, wrapped = read(inside.encode()), read(f"<envelope>{inside}</envelope>".encode())
    assert alone.invoices[0].findings == wrapped.invoices[0].findings
