"""The report for people: causes, places, profile and number of rules, at any width."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from invoicy.cli.check_reports.checked import CheckedFile
from invoicy.cli.check_reports.text import show
from tests.cli.check_reports.checks import checked, sample
from tests.xml_documents import ubl, valid_ubl


def report(*files: CheckedFile, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    show(files, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_the_report_is_whole_at_every_width(width: int) -> None:
    cut = checked(
        (b"\n" + valid_ubl())[:-900], "folder/with/a/name/that/is/longer/than/any/terminal/invoice-2026-0817.xml"
    )
    text = report(sample("bad-total.xml"), sample("hybrid-zugferd1.pdf"), cut, sample("printed-us.pdf"), width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    joined = "".join(text.split())
    for part in (
        "RE-26-00582 · Lichtblick Fensterbau GmbH · 15,460.32 EUR · needs review",
        "The total with VAT (BT-112) is 15,460.32 EUR, but 12,998.70 + 2,461.52 = 15,460.22.",
        "XML line 119, /Invoice/cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount",
        "ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:Name",
        "folder/with/a/name/that/is/longer/than/any/terminal/invoice-2026-0817.xml",
        "INVOICY-XML-BROKEN",
    ):
        assert "".join(part.split()) in joined


def test_the_profile_and_the_number_of_rules_are_named() -> None:
    text = report(checked(ubl()), checked(ubl(), profile="peppol"), width=120)
    assert "Checked against EN 16931: " in text
    assert "Checked against Peppol BIS Billing 3.0: " in text
    assert " rules about the invoice, " in text
    assert " about the XML." in text


def test_an_invoice_without_findings_names_the_profile_and_the_number_of_rules() -> None:
    text = report(checked(valid_ubl()), sample("ubl-invoice.xml"))
    assert re.search(r"\n  No findings \(profile en16931, [\d,]+ rules checked\)\.\n", text)
    assert re.search(r"\n  No findings \(profile peppol, [\d,]+ rules checked\)\.\n", text)
    assert "Checked against" not in text


@pytest.mark.parametrize(
    ("name", "sign"), [("ubl-invoice.xml", "✓"), ("bad-total.xml", "!"), ("not-an-invoice.pdf", "✗")]
)
def test_the_sign_of_a_file_is_its_status(name: str, sign: str) -> None:
    assert report(sample(name)).startswith(f"{sign} {name}\n")


def test_the_last_line_names_the_command_that_explains_a_rule() -> None:
    assert report(sample("bad-total.xml")).endswith("\nFor an explanation of a rule: invoicy rules BR-CO-15\n")


def test_the_report_on_a_printed_invoice_names_its_rules_and_the_values_that_were_not_read() -> None:
    text = report(sample("printed-us.pdf"))
    assert "Checked as a printed invoice: 11 rules about sums and plausibility." in text
    assert "E-invoice rules were not applied; add --profile en16931 to apply them." in text
    assert "line items" in text
    assert "No findings" not in text
    assert "Checked against EN 16931: " in report(sample("printed-us.pdf", "en16931"))


def test_a_finding_on_a_page_has_its_place_there() -> None:
    assert "page 1, top left, '08/04/2026'" in report(sample("printed-french.pdf"))


def test_a_finding_in_a_hybrid_names_the_file_inside() -> None:
    content = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        b'Content-Type: application/xml\nContent-Disposition: attachment; filename="inside.xml"\n\n'
        + ubl()
        + b"\n--x--\n"
    )
    assert "inside.xml, XML line 1, /Invoice" in report(checked(content, "mail.eml"))


def test_the_cause_comes_first_and_its_consequences_below_it() -> None:
    content = valid_ubl()
    text = report(checked(content[: content.index(b"<cac:LegalMonetaryTotal>")]))
    assert text.index("INVOICY-XML-BROKEN") < text.index("Consequences:") < text.index("BR-16")


def test_only_a_few_findings_of_a_rule_are_listed() -> None:
    line = "<cac:InvoiceLine><cbc:ID>{}</cbc:ID></cac:InvoiceLine>"
    text = report(checked(ubl("".join(line.format(number) for number in range(9)))))
    assert "more of this rule; --format json lists all of them." in text
    assert text.count("✗ BR-25\n") == 1


@pytest.mark.parametrize("steering", ["\x1b]0;title\x07", "\x9b31m", "\u202e", "[/red]", "[link=x]"])
def test_text_of_a_document_steers_nothing(steering: str) -> None:
    name = f"a{steering}b.xml"
    in_xml = "" if "\x1b" in steering else steering  # which no XML can hold
    seller = f"Muster{in_xml} GmbH".encode()
    text = report(checked(valid_ubl().replace(b"Muster GmbH", seller), name), width=160)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
    if steering.startswith("["):
        assert name in text
        assert f"Muster{steering} GmbH" in text


def test_the_report_on_an_unreadable_file_states_the_reason() -> None:
    assert "There is no file at gone.xml." in report(CheckedFile("gone.xml", error="There is no file at gone.xml."))
