"""A checked file."""

from datetime import UTC, datetime

from invoicy.cli.check_reports.checked import CheckedFile, CheckedInvoice, checked_file, context_today
from invoicy.documents.document import Document
from invoicy.extraction import read_document
from invoicy.readings.reading import Severity, Status
from invoicy.rules import CheckContext
from tests.cli.check_reports.checks import placed, sample
from tests.requirements import SAMPLES


def test_a_finding_in_xml_has_its_line_and_xpath() -> None:
    (finding,) = sample("bad-total.xml").all_findings()
    assert (finding.invoice, finding.line) == (0, 119)
    assert finding.xpath.endswith("/cbc:TaxInclusiveAmount")


def test_a_finding_on_a_page_has_its_box_and_text() -> None:
    findings = {finding.finding.rule: finding for finding in sample("printed-french.pdf").all_findings()}
    uncertain = findings["INVOICY-FIELD-UNCERTAIN"]
    assert (uncertain.page, uncertain.text) == (1, "08/04/2026")
    assert uncertain.box is not None


def test_an_invoice_to_another_buyer_has_a_warning() -> None:
    name = "ubl-invoice.xml"
    document = Document.of((SAMPLES / name).read_bytes(), name)
    context = CheckContext(datetime.now(tz=UTC).date(), ("Somebody Else Ltd",), ())
    checked = checked_file(name, document, read_document(document, "auto"), "auto", context)
    assert [finding.finding.rule for finding in checked.all_findings()] == ["INVOICY-ADDRESSEE"]


def test_today_is_the_date_of_the_context() -> None:
    assert context_today(("A",), ("DE1",)) == CheckContext(datetime.now(tz=UTC).date(), ("A",), ("DE1",))


def test_a_file_with_a_fatal_finding_is_not_sound() -> None:
    (invoice,) = sample("ubl-invoice.xml").invoices
    fatal = CheckedInvoice(invoice.invoice, Status.ACCEPTED, invoice.rules, (placed("BR-02"),))
    assert not CheckedFile("a.xml", Status.ACCEPTED, invoices=(fatal,)).is_sound
    assert CheckedFile("a.xml", Status.ACCEPTED, invoices=(invoice,)).is_sound
    assert CheckedFile("a.xml", Status.ACCEPTED, invoices=(fatal,)).count(Severity.FATAL) == 1
