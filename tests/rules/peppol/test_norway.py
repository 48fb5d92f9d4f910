"""Peppol's rules of Norway on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires, vat

BROKEN = (
    ("NO-R-001", "CreditNote", between("SE", "SE", of_seller=vat("NO123456789MVA"))),
    ("NO-R-002", "Invoice", between("NO", "NO")),
)
KEPT = (("NO-R-001", "Invoice", between("NO", "NO", of_seller=vat("SE123456789001"))),)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
