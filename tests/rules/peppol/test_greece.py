"""Peppol's rules of Greece on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires, vat

BROKEN = (
    ("GR-R-002", "Invoice", between("DE", "DE", of_seller=vat("EL123456783"))),
    ("GR-R-005", "CreditNote", between("GR", "DE")),
)
KEPT = (("GR-R-002", "Invoice", ""),)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
