"""The addressee, compared with your own names."""

from invoicy.model import Buyer, Invoice
from invoicy.rules import CheckContext, check_in_context

INVOICE = Invoice(buyer=Buyer(name="Muster G.m.b.H.", vat_identifier="DE129273398"))


def rules(context: CheckContext) -> list[str]:
    return [finding.rule for finding in check_in_context(INVOICE, context)]


def test_another_addressee_is_a_finding() -> None:
    assert rules(CheckContext(own_names=("Beispiel AG",))) == ["INVOICY-ADDRESSEE"]


def test_your_own_name_is_known_in_another_spelling() -> None:
    assert rules(CheckContext(own_names=("Muster GmbH",))) == []


def test_your_own_vat_identifier_is_enough() -> None:
    assert rules(CheckContext(own_names=("Beispiel AG",), own_vat_identifiers=("DE129273398",))) == []


def test_without_your_names_there_is_no_finding() -> None:
    assert rules(CheckContext()) == []
