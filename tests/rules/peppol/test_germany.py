"""Peppol's rules of Germany on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires

BROKEN = (("DE-R-001", "CreditNote", between("DE", "DE")),)
KEPT = (("DE-R-001", "Invoice", between("DE", "AT")),)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
