"""An e-invoice in XML is read and checked against the profile."""

from invoicy.documents.document import Document
from invoicy.extraction.result import ExtractionResult, Options
from invoicy.extraction.xml import read_xml
from tests.xml_documents import valid_ubl


def _rules(content: bytes, profile: str) -> set[str]:
    result = read_xml(Document.of(content), Options(profile), lambda _: ExtractionResult())
    assert result.syntax == "ubl"
    return {finding.rule for reading in result.invoices for finding in reading.findings}


def test_a_valid_invoice_breaks_no_rule() -> None:
    assert _rules(valid_ubl(), "auto") == set()


def test_the_profile_of_the_options_is_the_one_that_counts() -> None:
    rules = _rules(valid_ubl(), "xrechnung")
    assert any(rule.startswith("BR-DE-") for rule in rules)
