"""Peppol's rules of Iceland on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires, legal

BROKEN = (
    ("IS-R-001", "CreditNote", between("IS", "IS", "<cbc:CreditNoteTypeCode>83</cbc:CreditNoteTypeCode>")),
    ("IS-R-002", "Invoice", between("IS", "DE", of_seller=legal("1", "0088"))),
)
KEPT = (("IS-R-004", "Invoice", between("IS", "DE")),)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
