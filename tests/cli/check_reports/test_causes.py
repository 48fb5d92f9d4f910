"""Causes come before their consequences."""

from msgspec import structs

from invoicy.cli.check_reports.causes import causes
from invoicy.cli.check_reports.checked import PlacedFinding
from invoicy.model import Invoice, InvoiceLine, Totals
from invoicy.readings.reading import Severity
from tests.cli.check_reports.checks import checked, placed
from tests.xml_documents import valid_ubl

TOTALS = Invoice(number="1", totals=Totals(with_vat="1.00", without_vat="1.00", due="2.00"))  # type: ignore[arg-type]


def causes_by_rule(findings: list[PlacedFinding], invoice: Invoice = TOTALS) -> dict[str, list[str]]:
    return {
        cause.cause.finding.rule: [each.finding.rule for each in cause.consequences]
        for cause in causes(findings, invoice)
    }


def test_what_a_broken_xml_lacks_follows_from_the_break() -> None:
    content = valid_ubl()
    (invoice,) = checked(content[: content.index(b"<cac:LegalMonetaryTotal>")]).invoices
    first, *others = causes(invoice.findings, invoice.invoice)
    assert first.cause.finding.rule == "INVOICY-XML-BROKEN"
    assert {"BR-16", "BR-CO-15"} <= {each.finding.rule for each in first.consequences}
    assert others == []


def test_a_fault_before_the_break_is_a_cause_of_its_own() -> None:
    content = valid_ubl().replace(b"EUR</cbc:DocumentCurrencyCode>", b"EURO</cbc:DocumentCurrencyCode>")
    (invoice,) = checked(content[: content.index(b"<cac:LegalMonetaryTotal>")]).invoices
    roots = [cause.cause.finding.rule for cause in causes(invoice.findings, invoice.invoice)]
    assert roots[0] == "INVOICY-XML-BROKEN"
    assert "BR-CL-04" in roots


def test_a_wrong_sum_explains_the_sums_that_add_it_up() -> None:
    due = placed("BR-CO-16", "BT-115", "BT-112", "BT-113", path="/totals/due")
    total = placed("BR-CO-15", "BT-112", "BT-109", "BT-110", path="/totals/with_vat")
    assert causes_by_rule([due, total]) == {"BR-CO-15": ["BR-CO-16"]}


def test_a_missing_value_explains_the_rules_that_need_it() -> None:
    missing = placed("BR-14", "BT-112", path="/totals/with_vat", line=9)
    due = placed("BR-CO-16", "BT-115", "BT-112", path="/totals/due", line=1)
    other = placed("BR-02", "BT-1", path="/number", line=2)
    assert causes_by_rule([due, missing, other], Invoice(number="1")) == {"BR-02": [], "BR-14": ["BR-CO-16"]}


def test_a_missing_group_explains_what_is_missing_in_it() -> None:
    address = placed("BR-08", "BG-5", path="/seller/address")
    country = placed("BR-09", "BT-40", path="/seller/address/country_code")
    assert causes_by_rule([country, address]) == {"BR-08": ["BR-09"]}


def test_rules_that_report_the_same_fault_of_a_value_go_together() -> None:
    official = placed("BR-CL-25", "BT-34", path="/seller/electronic_address")
    national = placed("PEPPOL-EN16931-CL008", "BT-34", path="/seller/electronic_address")
    assert causes_by_rule([official, national]) == {"BR-CL-25": ["PEPPOL-EN16931-CL008"]}


def test_a_warning_never_hides_a_fatal_finding() -> None:
    warning = placed("AA-1", "BT-1", path="/number", severity=Severity.WARNING)
    fatal = placed("BB-1", "BT-1", path="/number")
    assert causes_by_rule([warning, fatal]) == {"BB-1": ["AA-1"]}


def test_unrelated_findings_are_in_the_order_of_the_file() -> None:
    findings = [placed("BR-2", "BT-2", path="/a", line=7), placed("BR-1", "BT-1", path="/b", line=9)]
    assert list(causes_by_rule(findings[::-1])) == ["BR-2", "BR-1"]


def test_the_cause_may_come_later_in_the_file_than_its_consequence() -> None:
    compared = placed("BR-CO-15", "BT-110", "BT-5", path="/totals/vat", line=1)
    currency = placed("BR-CL-04", "BT-5", path="/currency_code", line=9)
    assert causes_by_rule([compared, currency]) == {"BR-CL-04": ["BR-CO-15"]}


def test_a_wrong_sum_explains_no_finding_about_another_part() -> None:
    taxable = placed("BR-S-08", "BT-116", "BT-131", path="/vat_breakdown/0/taxable_amount")
    tax = placed("BR-S-09", "BT-117", "BT-116", "BT-118", path="/vat_breakdown/0/tax_amount")
    other = placed("BR-Z-09", "BT-117", "BT-116", "BT-118", path="/vat_breakdown/1/tax_amount")
    invoice = structs.replace(TOTALS, lines=(InvoiceLine(identifier="1"),))
    assert causes_by_rule([tax, other, taxable], invoice) == {"BR-S-08": ["BR-S-09"], "BR-Z-09": []}


def test_two_rules_about_the_same_wrong_sum_are_one_cause() -> None:
    general = placed("BR-CO-17", "BT-117", "BT-116", "BT-119", path="/vat_breakdown/0/tax_amount")
    standard = placed("BR-S-09", "BT-117", "BT-116", path="/vat_breakdown/0/tax_amount")
    assert causes_by_rule([standard, general]) == {"BR-CO-17": ["BR-S-09"]}


def test_a_fault_of_a_party_explains_no_fault_of_another_party() -> None:
    missing = placed("BR-56", "BT-63", path="/tax_representative/vat_identifier")
    wrong = placed("BR-CO-09", "BT-31", "BT-48", "BT-63", path="/totals/due")
    assert causes_by_rule([missing, wrong]) == {"BR-56": [], "BR-CO-09": []}


def test_lines_that_are_missing_explain_the_sums_of_lines() -> None:
    lines = placed("BR-16", "BG-25", path="/lines")
    total = placed("BR-CO-10", "BT-106", "BT-131", path="/totals/line_net_amounts")
    taxable = placed("BR-S-08", "BT-116", "BT-131", path="/vat_breakdown/0/taxable_amount")
    assert causes_by_rule([taxable, total, lines]) == {"BR-16": ["BR-CO-10", "BR-S-08"]}


def test_lines_that_were_not_read_explain_what_misses_them_and_come_first() -> None:
    unread = placed("INVOICY-LINES-NOT-READ", "BG-25", path="/lines", severity=Severity.WARNING)
    number = placed("BR-02", "BT-1", path="/number")
    lines = placed("BR-16", "BG-25", path="/lines")
    total = placed("BR-CO-10", "BT-106", "BT-131", path="/totals/line_net_amounts")
    taxable = placed("BR-S-08", "BT-116", "BT-131", path="/vat_breakdown/0/taxable_amount")
    causes_of = causes_by_rule([number, total, taxable, lines, unread])
    assert list(causes_of.items()) == [
        ("INVOICY-LINES-NOT-READ", ["BR-16", "BR-CO-10", "BR-S-08"]),
        ("BR-02", []),
    ]


def test_lines_that_were_not_read_come_last_where_nothing_follows_from_them() -> None:
    unread = placed("INVOICY-LINES-NOT-READ", "BG-25", path="/lines", severity=Severity.WARNING)
    number = placed("BR-02", "BT-1", path="/number")
    assert causes_by_rule([unread, number]) == {"BR-02": [], "INVOICY-LINES-NOT-READ": []}
    assert list(causes_by_rule([unread, number])) == ["BR-02", "INVOICY-LINES-NOT-READ"]


def test_a_sum_that_only_lacks_its_lines_explains_no_further_sum() -> None:
    lines_total = placed("BR-CO-10", "BT-106", "BT-131", path="/totals/line_net_amounts")
    total = placed("BR-CO-13", "BT-109", "BT-106", "BT-107", path="/totals/without_vat")
    assert causes_by_rule([total, lines_total]) == {"BR-CO-10": [], "BR-CO-13": []}


def test_an_uncertain_total_and_a_sum_that_does_not_close_explain_each_other_in_no_way() -> None:
    uncertain = placed("INVOICY-FIELD-UNCERTAIN", "BT-112", path="/totals/with_vat")
    open_sum = placed("INVOICY-SUM-VAT", "BT-109", "BT-110", "BT-112", path="/totals/with_vat")
    assert causes_by_rule([open_sum, uncertain]) == {"INVOICY-FIELD-UNCERTAIN": [], "INVOICY-SUM-VAT": []}


def test_a_wrong_amount_of_a_line_explains_the_sum_of_its_category() -> None:
    line = placed("PEPPOL-EN16931-R120", "BT-131", "BT-129", "BT-146", path="/lines/0/net_amount")
    taxable = placed("BR-S-08", "BT-116", "BT-131", path="/vat_breakdown/1/taxable_amount")
    assert causes_by_rule([taxable, line]) == {"PEPPOL-EN16931-R120": ["BR-S-08"]}


def test_a_wrong_category_of_a_line_explains_the_sum_of_a_category() -> None:
    category = placed("BR-CL-18", "BT-151", path="/lines/0/vat_category_code")
    taxable = placed("BR-S-08", "BT-116", "BT-131", path="/vat_breakdown/1/taxable_amount")
    assert causes_by_rule([taxable, category]) == {"BR-CL-18": ["BR-S-08"]}


def test_an_element_that_is_empty_because_the_xml_ends_in_it_follows_from_the_break() -> None:
    broken = placed("INVOICY-XML-BROKEN", line=8)
    at_the_end, before = placed("PEPPOL-EN16931-R008", line=8), placed("PEPPOL-EN16931-R008", line=3)
    assert causes_by_rule([at_the_end, broken]) == {"INVOICY-XML-BROKEN": ["PEPPOL-EN16931-R008"]}
    assert causes_by_rule([before, broken]) == {"INVOICY-XML-BROKEN": [], "PEPPOL-EN16931-R008": []}


def test_two_rules_that_report_the_same_fault_of_an_element_go_together() -> None:
    payee = b"<cac:PayeeParty><cac:PartyIdentification/></cac:PayeeParty>"
    (invoice,) = checked(valid_ubl().replace(b"<cac:TaxTotal>", payee + b"<cac:TaxTotal>", 1)).invoices
    consequences = {
        cause.cause.finding.rule: [each.finding.rule for each in cause.consequences]
        for cause in causes(invoice.findings, invoice.invoice)
    }
    assert consequences["UBL-SR-19"] == ["UBL-SR-20", "UBL-SR-21"]
