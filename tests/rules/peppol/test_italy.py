"""Peppol's rules of Italy on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires, vat

BROKEN = (
    ("IT-R-001", "Invoice", between("DE", "DE", of_seller=vat("IT00743110157") + vat("short", "TAX"))),
    ("IT-R-002", "CreditNote", between("IT", "DE")),
)
KEPT = (
    ("IT-R-001", "Invoice", between("IT", "DE", of_seller=vat("DE123456789") + vat("short", "TAX"))),
    ("IT-R-002", "Invoice", between("IT", "DE", of_seller=vat("DE123456789"))),
)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
