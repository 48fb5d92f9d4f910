"""A rule is one function: its name gives the id, its docstring the sentence."""

from collections.abc import Iterator

from invoicy.model import Invoice
from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Violation, rule, violation


def br_xx_01(context: InvoiceContext) -> Iterator[Violation]:
    """A number (BT-1) is
    short.
    """
    if len(context.invoice.number or "") > 3:
        yield violation("/number", context.invoice.number, None)


def test_the_function_gives_id_and_sentence() -> None:
    made = rule(br_xx_01, "BT-1")
    assert (made.id, made.sentence, made.severity) == ("BR-XX-01", "A number (BT-1) is short.", Severity.FATAL)


def test_a_violation_becomes_a_finding_with_the_values_that_are_present() -> None:
    (finding,) = rule(br_xx_01, "BT-1", severity=Severity.WARNING).findings(InvoiceContext(Invoice(number="12345")))
    assert (finding.rule, finding.severity, finding.path) == ("BR-XX-01", Severity.WARNING, "/number")
    assert (finding.values, finding.terms) == (("12345",), ("BT-1",))


def test_a_rule_without_a_sentence_in_the_catalogue_is_its_own_message() -> None:
    (finding,) = rule(br_xx_01, "BT-1").findings(InvoiceContext(Invoice(number="12345")))
    assert finding.message == "A number (BT-1) is short."


def test_a_rule_may_have_an_id_of_its_own() -> None:
    assert rule(br_xx_01, "BT-1", id="INVOICY-SHORT").id == "INVOICY-SHORT"
